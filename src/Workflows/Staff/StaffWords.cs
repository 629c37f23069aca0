using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Staff;

/// <summary>Sentences for staff that the workflows write into the record: why a task, why a text did not go. Kept in English, as staff's pages are.</summary>
internal static class StaffWords
{
    private static readonly LocalDatePattern Written = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");

    /// <summary>The sentence with its placeholders filled in.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">What stands in its placeholders.</param>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public static string Of(string key, params IEnumerable<(string Name, string Value)> values) =>
        WorkflowParts.Texts.Render("en", key, values);

    /// <summary>A day as it stands in a sentence: "3 March 2026".</summary>
    public static string Day(LocalDate day) => Written.Format(day);
}
