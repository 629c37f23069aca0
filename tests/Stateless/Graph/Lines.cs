namespace Stateless.Tests;

/// <summary>Diagrams are compared line by line; their line ends are those of the system.</summary>
internal static class Lines
{
    public static void AssertLines(string diagram, params string[] expected) =>
        Assert.Equal(expected, diagram.Split(Environment.NewLine));
}
