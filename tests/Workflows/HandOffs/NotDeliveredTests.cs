using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.StaffRooms;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>A worker who believes that their words arrived waits for an answer that cannot come.</summary>
public sealed class NotDeliveredTests
{
    [Fact]
    public async Task A_reply_that_cannot_be_delivered_is_told_to_its_writer_and_phoned()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), sam);
        rig.Carrier.Answer = _ => new Delivery.Refused(30003, "Unreachable handset");

        Assert.Equal(Replied.Sent, (await rig.Reply(hold, "Come at three")).Outcome);
        await rig.Rest();

        await IsTold(rig, sam.Id);
    }

    [Fact]
    public async Task A_reply_that_a_stop_overtook_is_told_to_its_writer_and_phoned()
    {
        await using var rig = await Rig.At(Desk.Monday);
        var sam = await rig.Employ("Sam Okoye");
        var hold = await rig.PickedUpBy(await rig.AskedForAPerson(), sam);

        Assert.Equal(Replied.Sent, (await rig.Reply(hold, "Come at three")).Outcome);
        await rig.Text("STOP");

        Assert.DoesNotContain(rig.SentTo(Rig.Anna), words => words.Contains("Come at three", StringComparison.Ordinal));
        await IsTold(rig, sam.Id);
    }

    private static async Task IsTold(Rig rig, long worker)
    {
        var notice = Assert.Single(await rig.All<StaffPost>(), post => post.Kind == StaffPostKind.Notice);
        Assert.Equal(worker, notice.WorkerId);
        Assert.Contains("did not reach", notice.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Come at three", notice.Words, StringComparison.Ordinal);
        Assert.Contains(await rig.All<StaffTask>(), task => task.Kind == "Phone" && task.HandOffId == notice.HandOffId);
        Assert.Single(await rig.All<HandOffEvent>(), happened => happened.Kind == "NotDelivered");
    }
}
