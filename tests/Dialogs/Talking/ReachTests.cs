using System.Text.RegularExpressions;
using Companion.Dialogs.Talking;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>The machines as graphs: every state can be come to, and from every state there is a way to the end.</summary>
public sealed partial class ReachTests
{
    private const string Superstate = "Open";

    public static TheoryData<string> Names() => [.. ShippedDialogs.Book().Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_state_is_reached_and_reaches_the_end(string name)
    {
        var moves = Moves(ShippedDialogs.Book().With(name, dialog => dialog.Diagram));
        var states = moves.SelectMany(move => new[] { move.From, move.To }).Distinct().ToList();
        Assert.Empty(states.Except(Spread("Resting", moves)));
        Assert.All(states, state => Assert.Contains(Place.Ended, Spread(state, moves)));
    }

    private static List<(string From, string To)> Moves(string diagram)
    {
        var drawn = Arrow().Matches(diagram).Select(match => (From: match.Groups[1].Value, To: match.Groups[2].Value)).ToList();
        var inside = Inside().Match(diagram).Groups[1].Value.Split(['\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);

        // What the superstate can do, each state in it can; back and change go to a choice, which comes from nowhere new.
        return
        [
            .. drawn.Where(move => move.From != Superstate && !IsChoice(move.To)),
            .. from state in inside from move in drawn where move.From == Superstate && !IsChoice(move.To) && move.To != Superstate select (state, move.To),
        ];
    }

    private static bool IsChoice(string state) => state.StartsWith("Decision", StringComparison.Ordinal);

    private static HashSet<string> Spread(string from, List<(string From, string To)> moves)
    {
        var reached = new HashSet<string> { from };
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(moves.Where(move => reached.Contains(move.From)).Select(move => move.To).ToList());
        }

        return reached;
    }

    [GeneratedRegex(@"(\w+) --> (\w+) :")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"state Open \{([^}]*)\}")]
    private static partial Regex Inside();
}
