using System.Text.Json.Nodes;
using Companion.Workflows.HandOffs;
using Companion.Workflows.Sending;
using Companion.Workflows.Storage;
using Companion.Workflows.Timing;

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
        await OnceEach(rig, staff, cases[0].HandOff);
        var kept = rig.Teams.Posts.Where(post => post.Card is not null).Select(post => post.Card!.DeepClone().AsObject()).ToList();
        var threads = new List<JsonObject>();
        var moves = Enumerable.Range(0, 56).Select(move => move % 14).ToArray(); // each kind four times, in any order
        chance.Shuffle(moves);
        for (var step = 0; step < moves.Length; step++)
        {
            var (who, at) = (staff[chance.Next(2)], chance.Next(2));
            var meant = cases[at];
            var words = $"for-{at} by-{who.Worker.ShownName} step-{step}";
            switch (moves[step])
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
                case 6 or 9 or 10:
                    var root = rig.Teams.In(TeamsRig.Channel).First(post => post.Summary.Contains(meant.HandOff.Reference, StringComparison.Ordinal)).Id;
                    var writer = chance.Next(2) == 0 ? who : await Holder(rig, staff, meant.HandOff) ?? who;
                    words = $"for-{at} by-{writer.Worker.ShownName} step-{step}";
                    var said = rig.InThread(writer, root, words, mentions: chance.Next(3) > 0);
                    threads.Add(said);
                    await rig.Send(said);
                    if (chance.Next(2) == 0)
                    {
                        await rig.Rest(); // else an edit overtakes it
                    }

                    break;
                case 7 or 11 or 12 when threads.Count > 0:
                    var again = threads[chance.Next(threads.Count)].DeepClone().AsObject();
                    if (chance.Next(2) == 0)
                    {
                        (again["type"], again["text"]) = ("messageUpdate", (string?)again["text"] + " edited");
                    }

                    await rig.Send(again);
                    break;
                case 8:
                    await Lapse(rig, meant.HandOff);
                    break;
                default:
                    var (verb, other) = (chance.Next(3) > 0 ? "transfer" : "open", staff[chance.Next(2)]);
                    await PressOne(rig, await Holder(rig, staff, meant.HandOff) ?? who, kept.FindAll(card => IsAbout(card, meant.HandOff)), verb, chance, data => data["to"] = $"{other.Worker.Id}");
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
        string[] kinds = ["Transferred", "Lapsed", "Edited", "Replied"];
        Assert.Empty(kinds.Except(events.Select(one => one.Kind))); // or nothing would have been tried

        Assert.Equal(sent.Count, sent.Select(row => row.Words).Distinct(StringComparer.Ordinal).Count());
        foreach (var row in sent)
        {
            Assert.DoesNotContain("loose", row.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("edited", row.Words, StringComparison.Ordinal);
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

    // Whatever chance brings afterwards, each of these has happened, and has left its cards behind.
    private static async Task OnceEach(TeamsRig rig, Staff[] staff, HandOff handOff)
    {
        var card = rig.Teams.In(TeamsRig.Channel).First(post => post.Summary.Contains(handOff.Reference, StringComparison.Ordinal));
        await rig.Press(staff[0], card.Card!, "pickUp");
        await rig.Rest();
        var said = rig.InThread(staff[0], card.Id, $"for-0 by-{staff[0].Worker.ShownName} first");
        await rig.Send(said);
        await rig.Rest();
        var edit = said.DeepClone().AsObject();
        (edit["type"], edit["text"]) = ("messageUpdate", (string?)edit["text"] + " edited");
        await rig.Send(edit);
        await rig.Rest();
        var desk = rig.Teams.In(staff[0].Chat).Last(post => post.Card is { } shown && TeamsRig.Buttons(shown).Any(button => (string?)button["verb"] == "transfer"));
        await rig.Press(staff[0], desk.Card!, "transfer", data => data["to"] = $"{staff[1].Worker.Id}");
        await rig.Rest();
        await Lapse(rig, handOff);
        await rig.Rest();
    }

    private static async Task<Staff?> Holder(TeamsRig rig, Staff[] staff, HandOff handOff)
    {
        var owner = (await rig.App.All<HandOff>()).Single(one => one.Id == handOff.Id).OwnerId;
        return staff.SingleOrDefault(one => one.Worker.Id == owner);
    }

    // Its owner was silent: reminded, and then relieved.
    private static async Task Lapse(TeamsRig rig, HandOff handOff)
    {
        for (var time = 0; time < 2; time++)
        {
            await rig.App.Part<IStore>().Write(
                session =>
                {
                    session.Execute("UPDATE \"Timers\" SET \"DueAt\" = 0 WHERE \"SubjectId\" = @p0 AND \"Kind\" = 'Hold'", handOff.Id);
                    return ValueTask.FromResult(true);
                },
                TestContext.Current.CancellationToken);
            await TeamsRig.Until(async () => !(await rig.App.All<TimerRow>()).Exists(timer => timer.DueAt == default), "the lease looked at");
        }
    }

    private static bool IsAbout(JsonObject card, HandOff handOff) => TeamsRig.Buttons(card).Any(button => (string?)button["data"]?["handOff"] == $"{handOff.Id}");

    private static async Task PressOne(TeamsRig rig, Staff who, List<JsonObject> cards, string verb, Random chance, Action<JsonObject>? inputs)
    {
        var able = cards.FindAll(card => TeamsRig.Buttons(card).Any(button => (string?)button["verb"] == verb));
        if (able.Count > 0)
        {
            await rig.Press(who, able[chance.Next(2) == 0 ? able.Count - 1 : chance.Next(able.Count)], verb, inputs);
        }
    }
}
