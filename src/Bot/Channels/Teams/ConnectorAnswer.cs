using NodaTime;

namespace Companion.Bot.Channels.Teams;

/// <summary>What a connector made of a call.</summary>
public abstract record ConnectorAnswer
{
    /// <summary>It took it.</summary>
    /// <param name="ActivityId">The id of the post.</param>
    /// <param name="ConversationId">The id of the conversation that was created, if one was.</param>
    public sealed record Taken(string ActivityId, string? ConversationId) : ConnectorAnswer;

    /// <summary>There is no such conversation, or the bot may not write there.</summary>
    public sealed record Gone(int Status) : ConnectorAnswer;

    /// <summary>The post that was to be changed, or the thread that was to be written in, is no longer there. Of the conversation that says nothing.</summary>
    public sealed record Lost(int Status) : ConnectorAnswer;

    /// <summary>Not now; it may be tried again.</summary>
    /// <param name="Reason">Why, in words for staff.</param>
    /// <param name="After">How long to wait, where it said so.</param>
    public sealed record NotNow(string Reason, Duration? After = null) : ConnectorAnswer;

    /// <summary>Never as it stands.</summary>
    public sealed record Refused(int Status) : ConnectorAnswer;
}
