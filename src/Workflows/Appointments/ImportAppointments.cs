using Companion.Workflows.Importing;
using Companion.Workflows.Staff;

namespace Companion.Workflows.Appointments;

/// <summary>
/// Imports appointments from a CSV file: each good row is booked, moved or called off in a turn of its own, each bad one comes back with
/// its reason. A row without an id is known by what it says, so the same file imported again changes nothing.
/// </summary>
public sealed class ImportAppointments(TakeAppointment take)
{
    /// <summary>The columns, in the order of an export.</summary>
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("id", IsRequired: false, "external id", "appointment id"),
        new("reference", IsRequired: false, "referral", "referral reference"),
        new("phone", IsRequired: false, "mobile", "mobile number", "phone number", "number"),
        new("date", IsRequired: true, "day"),
        new("time", IsRequired: true, "start", "start time"),
        new("minutes", IsRequired: false, "duration"),
        new("kind", IsRequired: true, "type"),
        new("place", IsRequired: false, "location", "where"),
        new("with", IsRequired: false, "link worker"),
        new("status", IsRequired: false),
    ];

    private const int LongestId = 100;

    private static readonly Dictionary<string, AppointmentKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["phone"] = AppointmentKind.Phone,
        ["phonecall"] = AppointmentKind.Phone,
        ["telephone"] = AppointmentKind.Phone,
        ["facetoface"] = AppointmentKind.FaceToFace,
        ["f2f"] = AppointmentKind.FaceToFace,
        ["inperson"] = AppointmentKind.FaceToFace,
        ["home"] = AppointmentKind.Home,
        ["homevisit"] = AppointmentKind.Home,
        ["video"] = AppointmentKind.Video,
        ["videocall"] = AppointmentKind.Video,
    };

    /// <summary>The kind a word means, or null.</summary>
    public static AppointmentKind? KindOf(string word) => Kinds.TryGetValue(ImportColumn.Plain(word), out var kind) ? kind : null;

    /// <summary>Imports a file.</summary>
    public async Task<ImportReport> Handle(string service, Stream file, CancellationToken cancel)
    {
        var table = await CsvTable.Read(file, Columns, cancel);
        var (taken, unchanged) = (0, 0);
        var ids = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            if (Read(service, row, ids) is not { } asked)
            {
                continue;
            }

            var outcome = await take.Handle(asked, cancel);
            if (!outcome.IsDone)
            {
                row.Refuse(outcome.Field == "externalId" ? "id" : outcome.Field, outcome.Reason);
            }

            taken += outcome is { IsDone: true, Change: not AppointmentChange.Unchanged } ? 1 : 0;
            unchanged += outcome.Change == AppointmentChange.Unchanged ? 1 : 0;
        }

        return new ImportReport(table, taken, unchanged);
    }

    private static AskedFor? Read(string service, ImportRow row, Dictionary<string, int> ids)
    {
        var (id, reference, phone) = (row.Text("id", LongestId), row.Text("reference", LongestId), row.Phone("phone"));
        var isOff = ImportColumn.Plain(row["status"]) is "cancelled" or "canceled" or "cancelledbyperson" or "cancelledbyservice";
        if (!isOff && ImportColumn.Plain(row["status"]) is not ("" or "booked" or "confirmed"))
        {
            row.Refuse("status", StaffWords.Of("appointment.wrong.status"));
        }

        if (id is not null && !ids.TryAdd(id, row.Number))
        {
            row.Refuse("id", StaffWords.Of("import.again", ("row", $"{ids[id]}")));
        }

        var plan = isOff ? null : Plan(row);
        return row.IsRefused ? null : new AskedFor(service, id ?? row.Key, reference, phone, plan, AppointmentSource.Import);
    }

    private static AppointmentPlan? Plan(ImportRow row)
    {
        var (on, at, minutes) = (row.Date("date", required: true), row.Time("time", required: true), row.Whole("minutes", 5, 480));
        var (place, with) = (row.Text("place", AppointmentPlan.LongestPlace), row.Text("with", AppointmentPlan.LongestName));
        if (row.Text("kind", LongestId, required: true) is { } word && KindOf(word) is null)
        {
            row.Refuse("kind", StaffWords.Of("appointment.wrong.kind"));
        }

        return row.IsRefused ? null : new AppointmentPlan(KindOf(row["kind"])!.Value, on!.Value, at!.Value, minutes ?? AppointmentPlan.UsualMinutes, place, with);
    }
}
