using System.Globalization;
using Companion.Workflows.Conversations;
using Companion.Workflows.Settings;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Bot.Pages;

/// <summary>A line of the chat as the page shows it.</summary>
public sealed record ChatLineView(ChatLine Line, string Who, string Time, bool IsLatest)
{
    /// <summary>The style of the line.</summary>
    public string Kind => Line.Speaker is ChatSpeaker.Person ? "mine" : "theirs";

    /// <summary>The time for machines.</summary>
    public string Machine => Line.At.ToString();

    /// <summary>Lines with their speakers' names; the page jumps to the person's last words, so that the answer is in sight.</summary>
    public static IReadOnlyList<ChatLineView> Of(IReadOnlyList<ChatLine> lines, ServiceSettings service, PageWords words, Instant now)
    {
        var latest = lines.LastOrDefault(line => line.Speaker is ChatSpeaker.Person);
        return lines.Select(line => new ChatLineView(line, WhoSaid(line.Speaker, service, words), When(line.At, now), line == latest)).ToList();
    }

    private static string WhoSaid(ChatSpeaker speaker, ServiceSettings service, PageWords words) => speaker switch
    {
        ChatSpeaker.Person => words["chat.you"],
        ChatSpeaker.Worker => words.With("chat.worker", ("service", service.NeutralName)),
        _ => service.NeutralName,
    };

    private static string When(Instant at, Instant now)
    {
        var (local, today) = (at.Local(), now.Local().Date);
        return local.ToString(local.Date == today ? "HH':'mm" : "d MMM, HH':'mm", CultureInfo.InvariantCulture);
    }
}
