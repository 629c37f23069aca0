using Companion.Workflows.HandOffs;
using Companion.Workflows.Staff;
using Companion.Workflows.Tests.HandOffs;
using Companion.Workflows.Workers;
using NodaTime;

namespace Companion.Workflows.Tests.Workers;

/// <summary>Managers enter workers, write leave down, and say who has left.</summary>
public sealed class TeamTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static WorkerForm Sam => new() { Name = "Sam Okoye", ShownName = "Sam", Email = "sam@shire.example", Skills = ["money", "caring"], Areas = "m1, SK2", Hours = "Mon-Fri 09:00-12:30, 13:30-17:00" };

    [Fact]
    public async Task A_worker_is_entered_as_they_were_filled_in_and_changed_without_losing_their_account()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var entered = await Save(rig, null, Sam);
        Assert.Empty(entered.Wrong);
        var sam = (await rig.All<Worker>()).Single();
        Assert.Equal(("money caring", "M1 SK2", "en", WorkerRole.LinkWorker, 10), (sam.Skills, sam.Areas, sam.Languages, sam.Role, sam.MostHeld));
        await rig.Part<RecogniseAccount>().Handle(new Account("oid-1", ["SAM@shire.example"]), Cancel);

        Assert.Empty((await Save(rig, sam.Id, WorkerForm.Of(sam) with { MostHeld = "3", Role = "Senior" })).Wrong);
        sam = (await rig.All<Worker>()).Single();
        Assert.Equal((3, WorkerRole.Senior, "oid-1"), (sam.MostHeld, sam.Role, sam.EntraId));

        await Save(rig, sam.Id, WorkerForm.Of(sam) with { Email = "other@shire.example" });
        Assert.Null((await rig.All<Worker>()).Single().EntraId); // another address is another account
    }

    [Theory]
    [InlineData("Name", "")]
    [InlineData("ShownName", " ")]
    [InlineData("Role", "Owner")]
    [InlineData("Role", "7")]
    [InlineData("Email", "sam")]
    [InlineData("Email", "a@b.c, d@e.f")]
    [InlineData("Areas", "Manchester")]
    [InlineData("Hours", "Mon-Fri nine to five")]
    [InlineData("Hours", "")]
    [InlineData("MostHeld", "0")]
    [InlineData("MostHeld", "-1")]
    [InlineData("MostHeld", "many")]
    [InlineData("Skills", "juggling")]
    [InlineData("Languages", "xx")]
    public async Task What_cannot_be_is_said_beside_its_field_and_nothing_is_written(string field, string value)
    {
        await using var rig = await Rig.At(Desk.Monday);
        var form = field switch
        {
            "Name" => Sam with { Name = value },
            "ShownName" => Sam with { ShownName = value },
            "Role" => Sam with { Role = value },
            "Email" => Sam with { Email = value },
            "Areas" => Sam with { Areas = value },
            "Hours" => Sam with { Hours = value },
            "MostHeld" => Sam with { MostHeld = value },
            "Skills" => Sam with { Skills = [value] },
            _ => Sam with { Languages = [value] },
        };
        Assert.Equal(field, Assert.Single((await Save(rig, null, form)).Wrong).Field);
        Assert.Empty(await rig.All<Worker>());
    }

    [Fact]
    public async Task A_name_and_an_address_are_one_workers_and_another_services_worker_is_not_there()
    {
        await using var rig = await Rig.At(Desk.Monday);
        await Save(rig, null, Sam);
        Assert.Equal(["Name", "Email"], (await Save(rig, null, Sam)).Wrong.Select(wrong => wrong.Field));
        var stranger = await rig.Employ("Mo Hill", change: worker => worker.Email = "mo@other.example");
        await rig.Store.Write(session =>
        {
            session.Execute("UPDATE \"Workers\" SET \"ServiceId\" = 'other' WHERE \"Id\" = @p0", stranger.Id);
            return ValueTask.FromResult(true);
        }, Cancel);
        Assert.NotEmpty((await Save(rig, stranger.Id, WorkerForm.Of(stranger))).Wrong);
        Assert.NotNull(await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, stranger.Id, Cancel));
        Assert.NotNull(await rig.Part<AddLeave>().Handle(rig.Service.Key, stranger.Id, new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 2), "", Cancel));
    }

    [Fact]
    public async Task The_last_manager_stays_one()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var ellis = await rig.Employ("Ellis Marsh", WorkerRole.Manager);
        Assert.Equal("Role", Assert.Single((await Save(rig, ellis.Id, WorkerForm.Of(ellis) with { Role = "Senior" })).Wrong).Field);
        Assert.NotNull(await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, ellis.Id, Cancel));

        await rig.Employ("Jo Bright", WorkerRole.Manager);
        Assert.Null(await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, ellis.Id, Cancel));
        Assert.Equal(Desk.Monday, (await rig.All<Worker>()).Single(worker => worker.Id == ellis.Id).LeftAt);
    }

    [Fact]
    public async Task Leave_is_written_down_in_order_and_taken_back()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var (first, last) = (new LocalDate(2026, 12, 21), new LocalDate(2026, 12, 28));
        Assert.Equal("from", (await Away(null, last))!.Field);
        Assert.Equal("to", (await Away(first, null))!.Field);
        Assert.Equal("to", (await Away(last, first))!.Field);
        Assert.Equal("to", (await Away(first, first.PlusYears(2)))!.Field);
        Assert.Null(await Away(first, last));
        var leave = Assert.Single(await rig.All<Leave>());
        Assert.False(await rig.Part<RemoveLeave>().Handle("other", leave.Id, Cancel));
        Assert.True(await rig.Part<RemoveLeave>().Handle(rig.Service.Key, leave.Id, Cancel));
        Assert.Empty(await rig.All<Leave>());

        Task<Wrong?> Away(LocalDate? from, LocalDate? to) => rig.Part<AddLeave>().Handle(rig.Service.Key, sam.Id, from, to, "Away", Cancel);
    }

    [Fact]
    public async Task What_a_leaver_holds_goes_back_to_the_queue_and_they_send_nothing_more()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var (sam, mo) = (await rig.Employ("Sam Okoye"), await rig.Employ("Mo Hill"));
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);

        Assert.Null(await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, sam.Id, Cancel));

        var now = await rig.Now(handOff);
        Assert.Null(now.OwnerId);
        Assert.Null(now.ClearedAt);
        Assert.Equal(Replied.NotHeld, (await rig.Reply(hold, "Still here")).Outcome);
        Assert.Equal(PickedUp.Unknown, (await rig.Part<PickUp>().Handle(handOff.Id, sam.Id, Cancel)).Outcome);
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Contains(await rig.All<HandOffEvent>(), happened => happened is { Kind: "Told", Detail: "Mo Hill" });
        Assert.Equal(PickedUp.Yes, (await rig.Part<PickUp>().Handle(handOff.Id, mo.Id, Cancel)).Outcome);
    }

    [Fact]
    public async Task A_leaver_does_not_set_back_a_ladder_that_climbs()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        await rig.PickedUpBy(await rig.AskedForAPerson(), sam);
        await rig.Text("I want to kill myself"); // joins what Sam holds, and its ladder climbs
        await rig.Pass(Duration.FromMinutes(6));
        var second = rig.SentTo(TestService.SecondOnCall).Count;
        Assert.NotEqual(0, second);
        var first = rig.SentTo(TestService.FirstOnCall).Count;

        await rig.Part<WorkerLeaves>().Handle(rig.Service.Key, sam.Id, Cancel);
        await rig.Rest();

        Assert.Equal(first, rig.SentTo(TestService.FirstOnCall).Count);
        Assert.Null(Assert.Single(await rig.All<HandOff>(), one => one.Urgent).OwnerId);
    }

    [Fact]
    public async Task Whoever_becomes_a_commissioner_holds_and_sends_nothing_any_longer()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var handOff = await rig.AskedForAPerson();
        var hold = await rig.PickedUpBy(handOff, sam);

        Assert.Empty((await Save(rig, sam.Id, WorkerForm.Of(sam) with { Role = nameof(WorkerRole.Commissioner) })).Wrong);

        Assert.Null((await rig.Now(handOff)).OwnerId);
        Assert.Equal(Replied.NotHeld, (await rig.Reply(hold, "Still here")).Outcome);
    }

    [Fact]
    public async Task Nobody_is_entered_whom_nothing_would_reach()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var saved = await Save(rig, null, WorkerForm.Of(new Worker { ServiceId = "", Name = "Sam Okoye", ShownName = "Sam", Hours = "always" }));
        Assert.Equal(nameof(WorkerForm.Email), Assert.Single(saved.Wrong).Field);
    }

    private static Task<WorkerSaved> Save(Rig rig, long? id, WorkerForm form) => rig.Part<SaveWorker>().Handle(rig.Service.Key, id, form, Cancel);
}
