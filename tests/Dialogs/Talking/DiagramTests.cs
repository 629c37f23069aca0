using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>docs/dialogs shows the machines as they are.</summary>
public sealed class DiagramTests
{
    public static TheoryData<string> Names() => [.. ShippedDialogs.Book().Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_diagram_in_docs_is_the_one_in_the_code(string name)
    {
        var diagram = ShippedDialogs.Book().With(name, dialog => dialog.Diagram).ReplaceLineEndings("\n").Trim();
        Golden.Matches(
            $"docs/dialogs/{name}.md",
            $"# The dialog {name}\n\nDrawn from the code; a test keeps it so (COMPANION_REFRESH_GOLDEN=1 draws it anew).\n\n```mermaid\n{diagram}\n```\n");
    }
}
