namespace Companion.Dialogs.Consent;

/// <summary>
/// The keys of the texts that confirm STOP, START and HELP: what was stopped, and how to start again. A topic that cannot be
/// stopped by itself has the words of everything.
/// </summary>
public static class ConsentTexts
{
    /// <summary>What HELP is answered with.</summary>
    public const string Help = "consent.help.everything";

    /// <summary>The text after a stop.</summary>
    public static string Stopped(ConsentTopic topic) => "consent.stop." + Of(topic);

    /// <summary>The text after a start.</summary>
    public static string Started(ConsentTopic topic) => "consent.start." + Of(topic);

    private static string Of(ConsentTopic topic) => topic switch
    {
        ConsentTopic.Reminders => "reminders",
        ConsentTopic.CheckIns => "checkins",
        ConsentTopic.Offers => "offers",
        _ => "everything",
    };
}
