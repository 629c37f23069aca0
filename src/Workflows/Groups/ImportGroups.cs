using System.Globalization;
using Companion.Workflows.Importing;
using Companion.Workflows.Settings;
using Companion.Workflows.Staff;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace Companion.Workflows.Groups;

/// <summary>
/// Takes groups from a CSV file: good rows go in, the others come back with what is wrong. A group is known by its name: a row that says
/// what is so already changes nothing, another changes the group.
/// </summary>
public sealed class ImportGroups(IStore store, ServiceBook services, EnterGroup enter, ChangeGroup change, IClock clock)
{
    private const int MostPeople = 500;
    private const int MostMinutes = 600;

    /// <summary>The columns, in the order of an export.</summary>
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("name", IsRequired: true, "group"),
        new("neutral name", IsRequired: true, "name in texts"),
        new("place", IsRequired: true, "where"),
        new("transport", IsRequired: false),
        new("capacity", IsRequired: true, "places"),
        new("guests", IsRequired: false),
        new("leader", IsRequired: true),
        new("repeats", IsRequired: true, "when"),
        new("from", IsRequired: false),
        new("until", IsRequired: false),
        new("time", IsRequired: true),
        new("minutes", IsRequired: true),
        new("holidays", IsRequired: false),
    ];

    /// <summary>Reads a file into a service's groups.</summary>
    public async Task<ImportReport> Handle(string serviceKey, Stream file, CancellationToken cancel)
    {
        var table = await CsvTable.Read(file, Columns, cancel);
        var (taken, unchanged) = (0, 0);
        foreach (var row in table.Rows.Where(row => !row.IsRefused))
        {
            var form = Read(row);
            if (row.IsRefused)
            {
                continue;
            }

            if (await Take(serviceKey, form, cancel) is not { } wrong)
            {
                unchanged++;
            }
            else if (wrong.Count == 0)
            {
                taken++;
            }
            else
            {
                foreach (var one in wrong)
                {
                    row.Refuse(ColumnOf(one.Field), one.Sentence + ".");
                }
            }
        }

        return new ImportReport(table, taken, unchanged);
    }

    /// <summary>A service's groups as a file that can be imported again.</summary>
    public async Task<string> Export(string serviceKey, CancellationToken cancel)
    {
        await using var db = store.Read();
        var groups = await db.Groups.Where(group => group.ServiceId == serviceKey).OrderBy(group => group.Name).ToListAsync(cancel);
        return CsvText.Of([.. Columns.Select(column => column.Name)], groups.Select(FormOf).Select(form => (IReadOnlyList<string>)
        [
            form.Name, form.NeutralName, form.Place, form.Transport, form.Capacity, form.Guests, form.Leader, form.Repeats, form.From, form.Until, form.Time,
            form.Minutes, form.Holidays,
        ]));
    }

    /// <summary>A group as somebody would have typed it.</summary>
    public static GroupForm FormOf(Group group) => new()
    {
        Name = group.Name,
        NeutralName = group.NeutralName,
        Place = group.Place,
        Transport = group.Transport,
        Capacity = group.Capacity.ToString(CultureInfo.InvariantCulture),
        Guests = group.GuestsWelcome ? "yes" : "no",
        Leader = group.Leader,
        Repeats = group.Repeats,
        From = LocalDatePattern.Iso.Format(group.StartsOn),
        Until = group.Until,
        Time = LocalTimePattern.HourMinuteIso.Format(group.Time),
        Minutes = group.Minutes.ToString(CultureInfo.InvariantCulture),
        Holidays = group.OnHolidays ? "yes" : "no",
    };

    // Null when it is so already.
    private async Task<IReadOnlyList<Wrong>?> Take(string serviceKey, GroupForm form, CancellationToken cancel)
    {
        await using var db = store.Read();
        if (await db.Groups.SingleOrDefaultAsync(group => group.ServiceId == serviceKey && group.Name == form.Name, cancel) is not { } known)
        {
            return (await enter.Handle(serviceKey, form, cancel)).Wrong;
        }

        var before = FormOf(known);
        new GroupRules(services.Of(serviceKey), clock.GetCurrentInstant().Local(), isNew: false).Read(form, known);
        return FormOf(known) == before ? null : (await change.Handle(known.Id, form, cancel)).Wrong;
    }

    // What a spreadsheet did to days, times and numbers is undone where that is certain.
    private static GroupForm Read(ImportRow row)
    {
        var until = row["until"];
        var isCount = until.Length is > 0 and < 4 && until.All(char.IsAsciiDigit);
        return new GroupForm
        {
            Name = row["name"],
            NeutralName = row["neutral name"],
            Place = row["place"],
            Transport = row["transport"],
            Capacity = Text(row.Whole("capacity", 1, MostPeople, required: true)),
            Guests = row["guests"],
            Leader = row["leader"],
            Repeats = row["repeats"],
            From = row.Date("from") is { } from ? LocalDatePattern.Iso.Format(from) : "",
            Until = isCount || until.Length == 0 ? until : row.Date("until") is { } last ? LocalDatePattern.Iso.Format(last) : "",
            Time = row.Time("time", required: true) is { } time ? LocalTimePattern.HourMinuteIso.Format(time) : "",
            Minutes = Text(row.Whole("minutes", 10, MostMinutes, required: true)),
            Holidays = row["holidays"],
        };
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string ColumnOf(string field) => Columns.FirstOrDefault(column => column.IsCalled(field))?.Name ?? field;
}
