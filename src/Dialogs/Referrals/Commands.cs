using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Referrals;

/// <summary>What can be said at every question.</summary>
internal enum Command
{
    None,
    Back,
    Help,
    Why,
    Person,

    /// <summary>"Phone me": a person, where it is not the answer.</summary>
    PhoneMe,
    Chat,
    Declined,
    NotKnown,
    NotApplicable,
}

/// <summary>
/// Commands are whole messages, give or take a "please": inside a longer answer the same words are part of the answer.
/// </summary>
internal static class Commands
{
    private static readonly HashSet<string> Trimmings =
        ["please", "pls", "plz", "thanks", "thank", "you", "ta", "ok", "okay", "um", "er", "sorry", "hi", "hello"];

    private static readonly Dictionary<string, Command> Whole = new(
        from line in new (Command Command, string[] Phrases)[]
        {
            (Command.Back, ["back", "go back", "previous", "undo", "last question", "back one", "go back one", "one back"]),
            (Command.Help, ["help", "info", "?", "help me", "what can i say", "what do i do", "how does this work", "i need help with this"]),
            (Command.Person,
                ["9", "person", "human", "a person", "a human", "real person", "a real person", "link worker", "a link worker",
                "operator", "agent", "adviser", "advisor", "talk to a person", "talk to person", "speak to a person",
                "speak to a human", "talk to a human", "speak to a real person", "talk to a real person", "speak with a person",
                "can i speak to a person", "can i talk to a person", "can i speak to someone", "can i talk to someone",
                "i want to talk to a person", "i want to speak to a person", "id like to talk to a person",
                "id like to speak to a person", "id rather talk to a person", "id rather speak to a person",
                "id rather speak to someone", "id rather talk to someone", "i want a person", "i want a human",
                "speak to a link worker", "talk to a link worker", "not a robot", "are you a robot", "is this a robot"]),
            (Command.PhoneMe,
                ["call me", "phone me", "ring me", "can you call me", "can you phone me", "can you ring me", "can someone call me",
                "can someone phone me", "can someone ring me", "can somebody call me", "can somebody phone me",
                "can somebody ring me", "call me back", "ring me back", "give me a call", "give me a ring"]),
            (Command.Chat, ["chat", "link", "web chat", "webchat", "web", "online", "send link", "send me the link", "send the link", "chat online"]),
            (Command.Declined,
                ["skip", "skip it", "skip this", "skip that", "pass", "next", "next question", "rather not say", "rather not",
                "id rather not", "id rather not say", "i would rather not say", "prefer not to say", "prefer not",
                "i prefer not to say", "id prefer not to say", "no comment", "dont want to say", "i dont want to say",
                "not saying", "im not saying", "not telling you", "im not telling you", "mind your own business",
                "none of your business", "thats private", "private", "its private", "dont want to answer"]),
            (Command.NotKnown,
                ["dont know", "i dont know", "dunno", "idk", "no idea", "not sure", "im not sure", "unsure", "i am not sure",
                "cant remember", "i cant remember", "dont remember", "i dont remember", "i do not know", "no clue", "havent a clue"]),
            (Command.NotApplicable, ["n / a", "na", "not applicable", "doesnt apply", "does not apply"]),
        }
        from phrase in line.Phrases
        select KeyValuePair.Create(phrase, line.Command));

    /// <summary>The command a message is, or none.</summary>
    public static Command Read(Plain plain)
    {
        var words = plain.Tokens.Where(token => token.IsWord || token.Text is "/" or "?").Select(token => token.Text).ToList();
        if (words is ["why", ..] && words.Count <= LongestWhy)
        {
            return Command.Why;
        }

        return Lookup(words) ?? Lookup(words.Where(word => word is not "?")) ?? Lookup(Bare(words)) ?? Command.None;
    }

    /// <summary>Why a question may be left open, for the record; null for other commands.</summary>
    public static string? Reason(Command command) => command switch
    {
        Command.Declined => "declined",
        Command.NotKnown => "unknown",
        Command.NotApplicable => "not applicable",
        _ => null,
    };

    private const int LongestWhy = 9;

    private static IEnumerable<string> Bare(IEnumerable<string> words) =>
        words.Where(word => word is not "?" && !Trimmings.Contains(word));

    private static Command? Lookup(IEnumerable<string> words) =>
        Whole.TryGetValue(string.Join(' ', words), out var command) ? command : null;
}
