using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Teams;

/// <summary>
/// Whatever two link workers press, type, repeat, edit and lose in whatever order: every word that reached a person was put into a box or
/// thread of that person's case, by whoever held it at that moment.
/// </summary>
public sealed class NothingGoesAstrayTests
{
    private static readonly string[] Numbers = ["+447700900123", "+447700900124"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Two_open_cases_interleaved_typing_late_cards_edits_and_lost_holds_reach_nobody_else(int seed)
    {
        var chance = new Random(seed);
        await using var rig = await TeamsRig.Start();
        await rig.AddToTeam();
        Staff[] staff = [await rig.Employ("Sam Okoye"), await rig.Employ("Mo Ali")];
        var cases = new List<(HandOff HandOff, string Number)>();
        foreach (var number in Numbers)
        {
            cases.Add((await rig.AskedForAPerson(number), number));
        }

        await rig.Rest();
        var kept = rig.Teams.Posts.Where(post => post.Card is not null).Select(post => post.Card!.DeepClone().AsObject()).ToList();
        var threads = new List<JsonObject>();
        for (var step = 0; step < 40; step++)
        {
            var (who, at) = (staff[chance.Next(2)], chance.Next(2));
            var meant = cases[at];
            var words = $"for-{at} by-{who.Worker.ShownName} step-{step}";
            switch (chance.Next(9))
            {
                case 0 or 1:
                    await PressOne(rig, who, kept.FindAll(card => IsAbout(card, meant.HandOff)), "pickUp", chance, null);
                    break;
                case 2 or 3 or 4: // any card ever shown, however late, by anybody
                    await PressOne(rig, who, kept.FindAll(card => IsAbout(card, meant.HandOff)), "reply", chance, data => data["words"] = words);
                    break;
                case 5:
                    await rig.Send(rig.Personal(who, "message", changed => changed["text"] = "loose " + words));
                    break;
                case 6:
                    var root = rig.Teams.In(TeamsRig.Channel).First(post => post.Summary.Contains(meant.HandOff.Reference, StringComparison.Ordinal)).Id;
                    var said = rig.InThread(who, root, words, mentions: chance.Next(3) > 0);
                    threads.Add(said);
                    await rig.Send(said);
                    break;
                case 7 when threads.Count > 0:
                    var again = threads[chance.Next(threads.Count)].DeepClone().AsObject();
                    again["type"] = chance.Next(2) == 0 ? "message" : "messageUpdate"; // repeated, or edited
                    await rig.Send(again);
                    break;
                default:
                    var (verb, other) = (chance.Next(2) == 0 ? "transfer" : "open", staff.Single(one => one != who));
                    await PressOne(rig, who, kept.FindAll(card => IsAbout(card, meant.HandOff)), verb, chance, data => data["to"] = $"{other.Worker.Id}");
                    break;
            }

            if (step % 8 == 7)
            {
                await rig.App.Text(meant.Number, $"secret of {at}");
                await rig.Rest();
            }

            kept.AddRange(rig.Teams.Posts.Where(post => post.Card is not null).Select(post => post.Card!.DeepClone().AsObject()));
        }

        await rig.Rest();
        await Holds(rig, cases, staff);
    }

    private static async Task Holds(TeamsRig rig, List<(HandOff HandOff, string Number)> cases, Staff[] staff)
    {
        var sent = (await rig.App.All<OutboundMessage>()).Where(row => row.Class == SendClass.LinkWorker).ToList();
        var events = await rig.App.All<HandOffEvent>();
        Assert.NotEmpty(sent);
        Assert.Equal(sent.Count, sent.Select(row => row.Words).Distinct(StringComparer.Ordinal).Count());
        foreach (var row in sent)
        {
            Assert.DoesNotContain("loose", row.Words, StringComparison.Ordinal);
            var at = cases.FindIndex(one => one.Number == row.To);
            Assert.Contains($"for-{at} ", row.Words, StringComparison.Ordinal);
            var holder = staff.Single(one => row.Words.Contains($"by-{one.Worker.ShownName} ", StringComparison.Ordinal));
            Assert.StartsWith(holder.Worker.ShownName + ",", row.Words, StringComparison.Ordinal);
            var taken = events.FindLast(one => one.HandOffId == row.HandOffId && one.Kind == "PickedUp" && one.Id < row.Id);
            Assert.Equal(holder.Worker.Name, taken?.Detail);
        }

        // What the person wrote never stands in the channel, nor in the chat of somebody who did not hold the conversation then.
        Assert.DoesNotContain(rig.Teams.In(TeamsRig.Channel), post => post.Everything.Contains("secret of", StringComparison.Ordinal));
        Assert.DoesNotContain(rig.Teams.Posts, post => post.Summary.Contains("secret of", StringComparison.Ordinal));
    }

    private static bool IsAbout(JsonObject card, HandOff handOff) => TeamsRig.Buttons(card).Any(button => (string?)button["data"]?["handOff"] == $"{handOff.Id}");

    private static async Task PressOne(TeamsRig rig, Staff who, List<JsonObject> cards, string verb, Random chance, Action<JsonObject>? inputs)
    {
        var able = cards.FindAll(card => TeamsRig.Buttons(card).Any(button => (string?)button["verb"] == verb));
        if (able.Count > 0)
        {
            await rig.Press(who, able[chance.Next(able.Count)], verb, inputs);
        }
    }
}
