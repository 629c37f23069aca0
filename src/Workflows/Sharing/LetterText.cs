using System.Text;
using Companion.Workflows.Staff;

namespace Companion.Workflows.Sharing;

/// <summary>A letter as it is put together, line by line.</summary>
internal sealed class LetterText
{
    private readonly StringBuilder text = new();

    public LetterText Line(string key, params (string Name, string Value)[] values)
    {
        text.Append(StaffWords.Of(key, values)).Append('\n');
        return this;
    }

    public LetterText Gap()
    {
        text.Append('\n');
        return this;
    }

    /// <summary>A section of points; what is empty says so.</summary>
    public LetterText Section(string title, IEnumerable<string> points, string empty)
    {
        Gap().Line(title);
        foreach (var point in points.DefaultIfEmpty(StaffWords.Of(empty)))
        {
            text.Append("- ").Append(point).Append('\n');
        }

        return this;
    }

    public override string ToString() => text.ToString();
}
