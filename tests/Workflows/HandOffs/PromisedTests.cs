using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Tests.HandOffs;

/// <summary>Whoever was promised that a person will be in touch hears when somebody is there, on a phone that others do not read.</summary>
public sealed class PromisedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HandOffReason.LowScore, false, false, true)]
    [InlineData(HandOffReason.Under18, false, false, true)]
    [InlineData(HandOffReason.LowScore, true, false, false)]
    [InlineData(HandOffReason.Under18, true, false, false)]
    [InlineData(HandOffReason.Complex, false, false, false)]
    [InlineData(HandOffReason.Under18, false, true, false)]
    [InlineData(HandOffReason.Review, false, false, false)]
    [InlineData(HandOffReason.NotThem, false, false, false)]
    public async Task They_hear_once_when_somebody_will_be_there(HandOffReason reason, bool shared, bool forAnother, bool told)
    {
        await using var rig = await Rig.At(Desk.Monday);
        await rig.Away(await rig.Employ("Sam Okoye"), new LocalDate(2026, 11, 23), new LocalDate(2026, 12, 4));
        await Open(rig, reason, shared, forAnother);
        await rig.Play(Instant.FromUtc(2026, 11, 25, 12, 0));

        var said = rig.Carrier.Carried.Where(row => row.TextKey == "handoff.away").ToList();
        Assert.Equal(told ? 1 : 0, said.Count);
        Assert.All(said, row => Assert.Contains("7 December", row.Words, StringComparison.Ordinal));
    }

    private static async Task Open(Rig rig, HandOffReason reason, bool shared, bool forAnother)
    {
        var receipt = await rig.Text("Hello");
        await rig.Store.Turn(
            TurnRequest.About(rig.Service.Key, receipt.AddressId, rig.Clock.Now),
            turn =>
            {
                turn.Address.Shared = shared;
                turn.Update(turn.Address);
                var handOff = rig.Part<HandOffDesk>().Ordinary(turn, rig.Service, reason, conversation: null);
                handOff.ForAnother = forAnother;
                turn.Update(handOff);
                return ValueTask.FromResult(0);
            },
            Cancel);
    }
}
