using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Timing;

/// <summary>Days on which a service is closed, from a dated file in the form of gov.uk/bank-holidays.json (England and Wales).</summary>
public sealed class BankHolidays
{
    private readonly HashSet<LocalDate> days;

    private BankHolidays(HashSet<LocalDate> days) => this.days = days;

    /// <summary>The last year the file covers; in that year the start-up warns.</summary>
    public int LastYear => days.Count == 0 ? 0 : days.Max(day => day.Year);

    /// <summary>The holidays that ship with Companion.</summary>
    public static BankHolidays Shipped { get; } = ReadShipped();

    /// <summary>True on a bank holiday.</summary>
    public bool Contains(LocalDate day) => days.Contains(day);

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The file is not of that form; the message says what is wrong.</exception>
    public static BankHolidays Read(Stream json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            return new BankHolidays(file.RootElement.GetProperty("england-and-wales").GetProperty("events").EnumerateArray()
                .Select(holiday => LocalDatePattern.Iso.Parse(holiday.GetProperty("date").GetString()!).GetValueOrThrow())
                .ToHashSet());
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or UnparsableValueException)
        {
            throw new FormatException("The bank holidays file is not in the form of gov.uk/bank-holidays.json: " + wrong.Message, wrong);
        }
    }

    private static BankHolidays ReadShipped()
    {
        using var stream = typeof(BankHolidays).Assembly.GetManifestResourceStream("Companion.Workflows.Timing.bank-holidays.json")!;
        return Read(stream);
    }
}
