namespace Companion.Dialogs.Safety;

/// <summary>How old the person writing is, as far as is known.</summary>
public enum AgeGroup
{
    Unknown,
    Under18,
    Adult,
}

/// <summary>Where the answer goes.</summary>
public enum AnsweredBy
{
    /// <summary>A text message: we have their number.</summary>
    Text,

    /// <summary>Web chat of somebody whose number we have.</summary>
    WebChat,

    /// <summary>Web chat of somebody whose number we do not have: we ask what number to call.</summary>
    WebChatWithoutNumber,
}

/// <summary>
/// Which words answer what was heard. The words themselves are in Texts/en.json under these keys; "{service}" stands for the
/// service's name. The numbers in them are those of domain.md 4.1.
/// </summary>
public static class SafetyWords
{
    private const string AskNumber = "safety.ask-number";

    /// <summary>The keys of the texts to send now, in order: one, or two when a number must be asked for; none below amber.</summary>
    /// <param name="heard">What the listener heard.</param>
    /// <param name="age">Children are given children's helplines.</param>
    /// <param name="by">Text, or web chat with or without a number.</param>
    /// <param name="repeat">True when the same person was answered within the last thirty minutes: the short form.</param>
    /// <param name="covered">False when nobody is on call: the words then say that nobody is reading now.</param>
    public static IReadOnlyList<string> For(Heard heard, AgeGroup age, AnsweredBy by, bool repeat, bool covered)
    {
        if (heard.Level < Level.Amber)
        {
            return [];
        }

        if (heard.Level == Level.Amber)
        {
            return [Question(heard)];
        }

        var key = Family(heard.Kind) + Variant(heard, age) + (repeat ? ".short" : covered ? "" : ".nobody");
        return by == AnsweredBy.WebChatWithoutNumber && !repeat ? [key, AskNumber] : [key];
    }

    /// <summary>The one caring question that follows an amber: YES, or anything unclear, makes it red.</summary>
    public static string Question(Heard heard) =>
        "safety.question." + Family(heard.Kind)["safety.".Length..] + (heard.ThirdParty && !IsNeutral(heard.Kind) && heard.Kind != Kind.OtherLanguage ? ".other" : "");

    /// <summary>True when a text asks whether it is safe to text: what is written next is the answer to that.</summary>
    public static bool AskWhetherSafe(string key) => IsOfAbuse(key) && !key.EndsWith(".short", StringComparison.Ordinal);

    /// <summary>True for the words that answer abuse.</summary>
    public static bool IsOfAbuse(string key) => key.StartsWith(Family(Kind.Abuse) + ".", StringComparison.Ordinal);

    /// <summary>What is said after a clear no to the caring question: nobody is left without an answer.</summary>
    public static string StoodDown(Heard heard) => IsNeutral(heard.Kind) ? "safety.stood-down.neutral" : "safety.stood-down";

    /// <summary>Every key this class can ask for; a test holds them against the texts.</summary>
    public static IEnumerable<string> AllKeys() => Enum.GetValues<Kind>().Where(kind => kind != Kind.None)
        .Select(kind => StoodDown(new Heard(Level.Amber, kind, ThirdParty: false, [])))
        .Concat(Spoken());

    private static IEnumerable<string> Spoken() =>
        from kind in Enum.GetValues<Kind>().Where(kind => kind != Kind.None)
        from level in new[] { Level.Amber, Level.Red }
        from other in new[] { false, true }
        from age in Enum.GetValues<AgeGroup>()
        from repeat in new[] { false, true }
        from covered in new[] { false, true }
        from key in For(new Heard(level, kind, other, []), age, AnsweredBy.WebChatWithoutNumber, repeat, covered)
        select key;

    // The wrong person may be reading: these words give away nothing.
    private static bool IsNeutral(Kind kind) => kind == Kind.Abuse;

    private static string Family(Kind kind) => kind switch
    {
        Kind.Suicide or Kind.SelfHarm or Kind.Psychosis => "safety.suicide",
        Kind.Emergency => "safety.emergency",
        Kind.Abuse => "safety.abuse",
        Kind.Child => "safety.child",
        Kind.HarmToOthers => "safety.harm",
        Kind.OtherLanguage => "safety.language",
        _ => "safety.care",
    };

    private static string Variant(Heard heard, AgeGroup age) => Family(heard.Kind) switch
    {
        "safety.suicide" or "safety.child" when age == AgeGroup.Under18 => ".under18",
        "safety.suicide" when heard.ThirdParty => ".other",
        "safety.suicide" or "safety.child" => ".adult",
        _ => ".anyone",
    };
}
