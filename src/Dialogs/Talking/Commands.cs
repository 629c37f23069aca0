using Companion.Dialogs.Understanding;

namespace Companion.Dialogs.Talking;

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
    private static readonly PhraseLists Lists = PhraseLists.Of("Talking", "commands");

    private static readonly HashSet<string> Trimmings = [.. Lists["courtesy"]];

    private static readonly Dictionary<string, Command> Whole = new(
        from section in Lists.Under("command ")
        from phrase in section.Phrases
        select KeyValuePair.Create(phrase, Enum.Parse<Command>(section.Name)));

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
