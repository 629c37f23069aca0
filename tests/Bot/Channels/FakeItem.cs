namespace Companion.Bot.Tests.Channels;

/// <summary>How the fake misbehaves at the next create.</summary>
internal enum Fault
{
    None,
    TooMany,
    Unauthorised,
    ServerError,
    ServerErrorAfterTaking,
    CutBeforeTaking,
    CutAfterTaking,
    SilentAfterTaking,
    BrokenAnswerAfterTaking,
    OptedOut,
    Landline,
    UnknownCode,
}

/// <summary>A text or call the fake holds.</summary>
internal sealed class FakeItem
{
    public required string Sid { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required DateTimeOffset Made { get; init; }

    public string Status { get; set; } = "queued";

    public int? ErrorCode { get; set; }

    public string Direction { get; init; } = "outbound-api";
}

/// <summary>A request as it came.</summary>
internal sealed record FakeRequest(string Method, string Path, string Query, string Authorization, string ContentType, string Body, int Status, string Answer);
