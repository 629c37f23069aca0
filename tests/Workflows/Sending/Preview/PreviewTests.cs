using Companion.Workflows.People;
using Companion.Workflows.Sending;
using Companion.Workflows.Sending.Preview;
using Companion.Workflows.Timing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Companion.Workflows.Tests.Sending.Preview;

/// <summary>What the preview says is what happens, and looking changes nothing.</summary>
public sealed class PreviewTests
{
    private static readonly Instant FridayMorning = new LocalDateTime(2026, 3, 27, 9, 0).Instant(); // clocks go forward on the Sunday

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Some answer, some do not, one is in danger; windows close, budgets run out, a link worker holds one, nights and a weekend lie between.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_it_says_of_the_next_seven_days_is_what_is_sent_when_nothing_else_happens(int seed)
    {
        await using var rig = await Rig.At(FridayMorning, service => (service.TextsPerDay, service.Release.CheckInsPerDay) = (2, seed));
        await Seed(rig, seed);

        var said = await rig.Part<PreviewTexts>().Handle("shire", Cancel);
        await Pass(rig);

        var sent = (await rig.All<OutboundMessage>()).Where(row => row.SentAt > FridayMorning && row.AddressId is not null).ToList();
        Assert.Equal(
            sent.Select(row => $"{row.To} {row.Class} {row.TextKey} {row.Segments}").Order(),
            said.Going.Select(text => $"{Number(rig, text)} {text.Class} {text.TextKey} {text.Segments}").Order());
        Assert.Superset(new HashSet<string> { "checkin.ons4.open", "checkin.nudge", "referral.nudge", "test" }, sent.Select(row => row.TextKey).ToHashSet());
        var left = sent.ToList();
        foreach (var text in said.Going)
        {
            var match = left.Where(row => row.AddressId == text.AddressId && row.TextKey == text.TextKey).MinBy(row => Apart(row.SentAt!.Value, text.At))!;
            Assert.True(Apart(match.SentAt!.Value, text.At) < Duration.FromMinutes(10), $"{text} went at {match.SentAt}");
            left.Remove(match);
        }
    }

    [Fact]
    public async Task Looking_writes_nothing()
    {
        await using var rig = await Rig.At(FridayMorning);
        await Seed(rig, 1);
        var before = await Everything(rig);

        await rig.Part<PreviewTexts>().Handle("shire", Cancel);

        Assert.Equal(before, await Everything(rig));
    }

    [Fact]
    public async Task It_says_what_would_be_refused_and_why_and_who_is_over_budget()
    {
        await using var rig = await Rig.At(FridayMorning, service => service.TextsPerDay = 1);
        var due = FridayMorning + Duration.FromHours(2);
        await Text(rig, 1, due, address => address.Stopped = "Everything");
        await Text(rig, 2, due, address => address.Textable = Textable.PhoneOnly);
        await Text(rig, 3, due, address => address.Textable = Textable.Claimed);
        await Text(rig, 4, due, address => address.Holder = "Sam");
        await Text(rig, 5, due, null);
        await rig.Store.Text((await rig.All<Address>()).Single(address => address.Value == Seeded.Number(5)).Id, 5, SendClass.Offer, due, due + Duration.FromDays(3));
        await rig.Part<PressStop>().Handle("shire", SendClass.CheckIn, "wrong scale", "Sam", Cancel);
        await rig.Store.CheckIn(6, due);

        var said = await rig.Part<PreviewTexts>().Handle("shire", Cancel);

        string Of(int person) => string.Join("; ", said.Texts.Where(text => Number(rig, text) == Seeded.Number(person)).Select(text => $"{text.Outlook}: {text.Reason}"));
        Assert.Equal("Refused: The person stopped these texts.", Of(1));
        Assert.Equal("Refused: The number is a landline: phone.", Of(2));
        Assert.Equal("Refused: The number is only claimed: nobody there has agreed to be texted.", Of(3));
        Assert.Equal("TooLate: A link worker holds the conversation.", Of(4));
        Assert.Equal("Goes: ; Goes: The contact budget is spent.", Of(5));
        Assert.Equal("Waits: These texts were stopped by Sam: wrong scale", Of(6));
        var over = Assert.Single(said.Texts, text => text.IsOverBudget);
        Assert.Equal(new LocalDateTime(2026, 3, 28, 8, 0), over.At.Local());
        Assert.Equal("MT", over.Initials);
        Assert.StartsWith("REF", over.Reference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timer_that_cannot_be_carried_out_does_not_spoil_the_preview()
    {
        await using var rig = await Rig.At(FridayMorning);
        await rig.Text("hello", "+447700900777");
        await rig.Store.CheckIn(1, FridayMorning + Duration.FromHours(2));
        await rig.Store.Write(
            session =>
            {
                session.Execute("UPDATE \"Conversations\" SET \"Dialog\" = 'of an old release'");
                return ValueTask.FromResult(0);
            },
            Cancel);

        var said = await rig.Part<PreviewTexts>().Handle("shire", Cancel);

        Assert.Contains(said.Going, text => text.TextKey == "checkin.ons4.open");
    }

    private static async Task Pass(Rig rig)
    {
        for (var until = rig.Clock.Now + PreviewTexts.Ahead; rig.Clock.Now < until;)
        {
            rig.Clock.Now += Duration.FromMinutes(4);
            await rig.Part<FireTimers>().Handle(100, Cancel);
            await rig.Rest();
        }
    }

    private static Duration Apart(Instant one, Instant other) => one > other ? one - other : other - one;

    private static string Number(Rig rig, ComingText text)
    {
        using var db = rig.Store.Read();
        return db.Addresses.Single(address => address.Id == text.AddressId).Value;
    }

    private static async Task Seed(Rig rig, int seed)
    {
        for (var person = 0; person < 8; person++)
        {
            var due = FridayMorning + Duration.FromHours(1 + (person * seed * 7 % 60));
            var held = person == 3;
            var address = await rig.Store.CheckIn(person, due, windowDays: 1 + (person * 2), of =>
            {
                of.Holder = held ? "Sam" : null;
                of.Stopped = person == 4 ? "Everything" : "";
            });
            for (var text = 0; text < person % 4; text++)
            {
                await rig.Store.Text(address, person, text % 2 == 0 ? SendClass.Offer : SendClass.Reminder, due, due + Duration.FromDays(2), due + Duration.FromDays(1));
            }
        }

        await rig.Text("hello", "+447700900301"); // a referral half-way
        await rig.Text("i want to kill myself", "+447700900302");
    }

    private static Task Text(Rig rig, int person, Instant due, Action<Address>? address) => Text(rig, person, due, FridayMorning + Duration.FromDays(60), address);

    private static async Task Text(Rig rig, int person, Instant due, Instant checkIn, Action<Address>? address) =>
        await rig.Store.Text(await rig.Store.CheckIn(person, checkIn, address: address), person, SendClass.Offer, due, due + Duration.FromDays(3));

    // Every row of every table, as stored.
    private static async Task<string> Everything(Rig rig)
    {
        await using var db = rig.Store.Read();
        var tables = new List<string>();
        foreach (var table in db.Model.GetEntityTypes())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync(Cancel);
            command.CommandText = $"SELECT * FROM \"{table.GetTableName()}\"";
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            while (await reader.ReadAsync(Cancel))
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                tables.Add($"{table.GetTableName()}: {string.Join('|', values)}");
            }
        }

        return string.Join('\n', tables);
    }
}
