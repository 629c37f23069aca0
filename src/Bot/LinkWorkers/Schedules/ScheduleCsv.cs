using System.Globalization;
using Companion.Bot.Pages;
using Companion.Bot.Sending;
using Companion.Workflows.Importing;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Timing;
using NodaTime.Text;

namespace Companion.Bot.LinkWorkers.Schedules;

/// <summary>Coming texts as a file for a spreadsheet: no name, no number, no words.</summary>
public static class ScheduleCsv
{
    private static readonly LocalDateTimePattern At = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    /// <summary>The file, with a line of headings.</summary>
    public static string Of(PageWords words, PreviewedTexts preview, SendingSettings sending) => CsvText.Of(
        ["case", "due", "at", "class", "text", "segments", "pence", "outlook", "over budget", "reason"],
        preview.Texts.Select(text => (IReadOnlyList<string>)
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
        ]));

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
