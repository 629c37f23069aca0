using System.Globalization;
using System.Text;
using Companion.Bot.Pages;
using Companion.Bot.Sending;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Timing;
using NodaTime.Text;

namespace Companion.Bot.LinkWorkers.Schedules;

/// <summary>Coming texts as a file for a spreadsheet: no name, no number, no words.</summary>
public static class ScheduleCsv
{
    // A spreadsheet takes a cell that begins with one of these for a formula.
    private const string Formula = "=+-@\t\r";

    private static readonly LocalDateTimePattern At = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The file, with a line of headings.</summary>
    public static string Of(PageWords words, PreviewedTexts preview, SendingSettings sending)
    {
        var file = new StringBuilder();
        Line(file, ["case", "due", "at", "class", "text", "segments", "pence", "outlook", "over budget", "reason"]);
        foreach (var text in preview.Texts)
        {
            Line(file,
            [
                text.Reference ?? "",
                At.Format(text.DueAt.Local()),
                text.Outlook == Outlook.Goes ? At.Format(text.At.Local()) : "",
                words.Called(text.Class),
                text.TextKey,
                Number(text.Segments),
                Number(text.Outlook == Outlook.Goes ? text.Segments * sending.PencePerSegment : 0),
                words.Called(text.Outlook),
                words[text.IsOverBudget ? "called.said.yes" : "called.said.no"],
                text.Reason ?? "",
            ]);
        }

        return file.ToString();
    }

    private static void Line(StringBuilder file, IEnumerable<string> cells) => file.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string words)
    {
        var plain = words.Length > 0 && Formula.Contains(words[0], StringComparison.Ordinal) ? "'" + words : words;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
