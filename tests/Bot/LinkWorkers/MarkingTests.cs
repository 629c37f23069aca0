using Companion.Bot.LinkWorkers;

namespace Companion.Bot.Tests.LinkWorkers;

public sealed class MarkingTests
{
    [Theory]
    [InlineData("I want to DIE now", "want to die", "I [want to DIE] now")]
    [InlineData("nothing here", "want to die", "nothing here")]
    [InlineData("and die", "i want to / die", "and [die]")]
    [InlineData("die", "die", "[die]")]
    [InlineData("", "die", "")]
    public void What_was_heard_is_marked_and_the_message_stays_whole(string message, string heard, string marked) =>
        Assert.Equal(marked, Show(Marking.Of(message, [heard])));

    [Fact]
    public void Marks_that_overlap_become_one() =>
        Assert.Equal("i [want to kill myself] now", Show(Marking.Of("i want to kill myself now", ["want to kill", "kill myself"])));

    private static string Show(IEnumerable<MarkedWords> pieces) =>
        string.Concat(pieces.Select(piece => piece.IsMarked ? $"[{piece.Words}]" : piece.Words));
}
