using System.Text;
using Companion.Workflows.Appointments;
using Companion.Workflows.Importing;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using NodaTime;

namespace Companion.Workflows.Tests.Appointments;

/// <summary>Files of appointments: the good rows go in, the bad ones come back.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task Good_rows_go_in_and_bad_ones_come_back_with_row_column_and_reason()
    {
        await using var rig = await Booked.Referred();
        var reference = (await rig.All<Case>())[0].Reference;

        var report = await Import(rig, $"""
            id;reference;phone;date;time;kind;place
            1;{reference};;20/03/2026;14:30;phone;
            2;{reference};;20/03/2025;14:30;phone;
            3;{reference};;46101;14:30;phone;
            4;;07700900999;20/03/2026;14:30;phone;
            5;;4.47701E+11;20/03/2026;14:30;phone;
            6;;7700900123;24/03/2026;10am;face to face;Oak Hall
            1;{reference};;27/03/2026;14:30;phone;
            8;{reference};;27/03/2026;14:30;face to face;
            """);

        Assert.Equal(2, report.Taken);
        Assert.Equal(
            [(3, "date", "This is in the past."), (4, "date", ""), (5, "phone", "Nobody here has this number. Give the reference of their referral as well."), (6, "phone", ""), (8, "id", "This row is the same as row 2."), (9, "place", "An appointment face to face needs a place.")],
            report.Refused.Select(row => (row.Number, row.Wrong[0].Column, row.Number is 4 or 6 ? "" : row.Wrong[0].Reason)));
        Assert.Equal(2, (await rig.All<Appointment>()).Count);
        Assert.StartsWith("Row,Column,Reason,id,reference,phone,date,time,kind,place\r\n3,date,This is in the past.,2,", report.Rejects(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_whatever_happened_since()
    {
        await using var rig = await Booked.Referred();
        var reference = (await rig.All<Case>())[0].Reference;
        var file = $"id,reference,date,time,kind\nA,{reference},20/03/2026,14:30,phone\n,{reference},24/03/2026,14:30,phone\nC,{reference},25/03/2026,14:30,phone\n";
        Assert.Equal(3, (await Import(rig, file)).Taken);
        var all = (await rig.All<Appointment>()).OrderBy(one => one.StartsOn).ToList();
        await rig.Move(all[0].Id, Booked.Phone(27, 9));
        await rig.CallOff(all[2].Id);
        var before = rig.Carrier.Carried.Count;

        var again = await Import(rig, file);
        await rig.Rest();

        Assert.Equal((0, 3, 0), (again.Taken, again.Unchanged, again.Refused.Count));
        Assert.Equal(3, (await rig.All<Appointment>()).Count);
        Assert.Equal(new LocalDate(2026, 3, 27), (await rig.Find(all[0].Id)).StartsOn);
        Assert.Equal(before, rig.Carrier.Carried.Count);
    }

    [Fact]
    public async Task A_changed_row_moves_its_appointment_and_a_cancelled_one_calls_it_off()
    {
        await using var rig = await Booked.Referred();
        var reference = (await rig.All<Case>())[0].Reference;
        await Import(rig, $"id,reference,date,time,kind\nA,{reference},20/03/2026,14:30,phone\n");
        await rig.Rest();

        await Import(rig, $"id,reference,date,time,kind\nA,{reference},24/03/2026,14:30,phone\n");
        await rig.Rest();
        Assert.Equal(new LocalDate(2026, 3, 24), Assert.Single(await rig.All<Appointment>()).StartsOn);
        await Import(rig, "id,date,time,kind,status\nA,,,,cancelled\n");
        await rig.Rest();

        Assert.Equal(["appointment.booked", "appointment.moved", "appointment.cancelled"], rig.Told());
    }

    [Fact]
    public async Task An_import_agrees_to_texts_for_nobody_a_new_number_is_only_claimed()
    {
        await using var rig = await Booked.Referred();
        var reference = (await rig.All<Case>())[0].Reference;

        await Import(rig, $"id,reference,phone,date,time,kind\nA,{reference},07700900555,20/03/2026,14:30,phone\n");
        await rig.Until(20, 16);

        var address = Assert.Single(await rig.All<Address>(), one => one.Value == "+447700900555");
        Assert.Equal(Textable.Claimed, address.Textable);
        Assert.Equal(["Hello from Shire Links. Is it OK to text you here? Reply Y or N."], rig.SentTo(address.Value));
    }

    [Fact]
    public async Task An_export_can_be_imported_as_it_is()
    {
        await using var rig = await Booked.Referred();
        await rig.Book(Booked.Phone(20, 14));

        var csv = await rig.Part<ExportAppointments>().Handle("shire", TestContext.Current.CancellationToken);

        Assert.Contains(",2026-03-20,14:30,45,phone,,Jo,Booked\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("'+447700900123", csv, StringComparison.Ordinal);
        var report = await Import(rig, csv);
        Assert.Equal((0, 1, 0), (report.Taken, report.Unchanged, report.Refused.Count));
        Assert.Single(await rig.All<Appointment>());
    }

    private static Task<ImportReport> Import(Rig rig, string file) =>
        rig.Part<ImportAppointments>().Handle("shire", new MemoryStream(Encoding.UTF8.GetBytes(file)), TestContext.Current.CancellationToken);
}
