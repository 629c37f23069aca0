using Companion.Workflows.Staff;

namespace Companion.Workflows.CheckIns;

/// <summary>The names of the ways in which answers are given, as rows keep them.</summary>
public static class CheckInModes
{
    public const string Text = "text";
    public const string Chat = "chat";
    public const string Phone = "phone";
    public const string InPerson = "in person";

    /// <summary>Somebody else answered: kept, and never compared.</summary>
    public const string Proxy = "proxy";

    /// <summary>Those that a link worker enters: an answer may have come in a text or chat of their own as well.</summary>
    public static readonly IReadOnlyList<string> ByHand = [Phone, InPerson, Text, Chat, Proxy];

    /// <summary>Those in which people answer for themselves.</summary>
    public static readonly IReadOnlyList<string> Own = [Text, Chat, Phone, InPerson];
}

/// <summary>The kinds of reason why a check-in has no answer, or only a part.</summary>
public enum CheckInReason
{
    /// <summary>None was kept, or one of another release.</summary>
    Other,
    Unanswered,
    Stopped,
    TooYoung,
    ReferredByOther,
    NoNumber,
    Marked,
    NotTextable,
    Shared,
    AskedLately,
    Late,
    RedFlag,
    Held,
    Busy,
}

/// <summary>Tells the kind of a reason that a row keeps in words for staff.</summary>
public static class CheckInReasons
{
    private static readonly (CheckInReason Reason, string Begins)[] Sentences =
    [
        (CheckInReason.Unanswered, StaffWords.Of("checkin.unanswered")),
        (CheckInReason.Stopped, StaffWords.Of("gate.stopped")),
        (CheckInReason.Stopped, StaffWords.Of("gate.blocked")),
        (CheckInReason.TooYoung, StaffWords.Of("checkin.age")),
        (CheckInReason.ReferredByOther, StaffWords.Of("checkin.proxy")),
        (CheckInReason.NoNumber, StaffWords.Of("checkin.no-number")),
        (CheckInReason.Marked, Beginning("gate.marked")),
        (CheckInReason.Marked, StaffWords.Of("gate.in-doubt")),
        (CheckInReason.NotTextable, StaffWords.Of("checkin.not-textable")),
        (CheckInReason.NotTextable, StaffWords.Of("gate.landline")),
        (CheckInReason.NotTextable, StaffWords.Of("gate.declined")),
        (CheckInReason.NotTextable, StaffWords.Of("gate.claimed")),
        (CheckInReason.NotTextable, StaffWords.Of("gate.template")),
        (CheckInReason.Shared, StaffWords.Of("checkin.shared")),
        (CheckInReason.AskedLately, StaffWords.Of("checkin.lately")),
        (CheckInReason.Late, StaffWords.Of("checkin.late")),
        (CheckInReason.Late, StaffWords.Of("checkin.enrolled-late")),
        (CheckInReason.Late, StaffWords.Of("gate.budget")),
        (CheckInReason.Late, StaffWords.Of("gate.spacing")),
        (CheckInReason.Late, StaffWords.Of("gate.opening")),
        (CheckInReason.Late, StaffWords.Of("gate.quiet")),
        (CheckInReason.Late, Beginning("gate.button")),
        (CheckInReason.Late, Beginning("gate.released")),
        (CheckInReason.RedFlag, StaffWords.Of("gate.red-flag")),
        (CheckInReason.Held, StaffWords.Of("gate.held")),
        (CheckInReason.Busy, StaffWords.Of("checkin.busy")),
    ];

    /// <summary>The kind of a kept reason.</summary>
    public static CheckInReason Of(string? kept) => kept is null
        ? CheckInReason.Other
        : Sentences.FirstOrDefault(one => kept.StartsWith(one.Begins, StringComparison.Ordinal)).Reason;

    // The words before the first value that is filled in.
    private static string Beginning(string key) => WorkflowParts.Texts.Raw("en", key).Split('{')[0];
}
