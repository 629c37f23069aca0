using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;

namespace Companion.Bot.Tests.Teams;

/// <summary>How long a word takes from the person's webhook to the worker's chat, and from the worker's button to the sender. Run by its name with explicit tests on.</summary>
public sealed class RelayLatencyTests(ITestOutputHelper output)
{
    private const int Live = 50;

    [Fact(Explicit = true)]
    public async Task Fifty_live_conversations_at_once_are_relayed_both_ways()
    {
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        var staff = new List<Staff>();
        for (var one = 0; one < 10; one++)
        {
            staff.Add(await rig.Employ($"Worker {(char)('A' + one)}"));
        }

        var held = new List<(string Number, Staff Staff, JsonObject Desk)>();
        for (var one = 0; one < Live; one++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"+447700900{100 + one}");
            var handOff = await rig.AskedForAPerson(number);
            var card = await TeamsRig.Until(() => CardOf(rig, TeamsRig.Channel, handOff), "a card");
            await rig.Press(staff[one % 10], card.Card!, "pickUp");
            var desk = await TeamsRig.Until(() => CardOf(rig, staff[one % 10].Chat, handOff), "a desk");
            held.Add((number, staff[one % 10], desk.Card!.DeepClone().AsObject()));
        }

        await rig.Rest();
        var alone = await Heard(rig, held[0], "alone");
        var (heard, replied) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            heard.AddRange(await Task.WhenAll(held.Select(one => Heard(rig, one, $"round {round}"))));
            replied.AddRange(await Task.WhenAll(held.Select(one => Replied(rig, one, $"answer {round}"))));
        }

        await rig.Rest();
        output.WriteLine($"alone {alone:0} ms; person to chat at {Live} at once: {Said(heard)}; button to sender: {Said(replied)}");
        Assert.Equal(3 * Live, replied.Count);
    }

    private static string Said(List<double> all)
    {
        all.Sort();
        return $"p50 {all[all.Count / 2]:0} ms, p95 {all[(int)(all.Count * 0.95)]:0} ms, most {all[^1]:0} ms";
    }

    private static async Task<double> Heard(TeamsRig rig, (string Number, Staff Staff, JsonObject Desk) one, string words)
    {
        var (said, watch) = ($"{words} of {one.Number}", Stopwatch.StartNew());
        await rig.App.Text(one.Number, said);
        await TeamsRig.Until(() => rig.Teams.In(one.Staff.Chat).FirstOrDefault(post => post.Everything.Contains(said, StringComparison.Ordinal)), "it is heard");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> Replied(TeamsRig rig, (string Number, Staff Staff, JsonObject Desk) one, string words)
    {
        var watch = Stopwatch.StartNew();
        var answer = await rig.Press(one.Staff, one.Desk, "reply", inputs => inputs["words"] = $"{words} for {one.Number}");
        Assert.Contains("Sent to", answer.ToJsonString(), StringComparison.Ordinal);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Posted? CardOf(TeamsRig rig, string conversation, HandOff handOff) =>
        rig.Teams.In(conversation).FirstOrDefault(post => post.Card is not null && post.Summary.Contains(handOff.Reference, StringComparison.Ordinal));
}
