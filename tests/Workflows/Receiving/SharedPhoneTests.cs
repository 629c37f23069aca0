using Companion.Dialogs.Talking;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Storage;
using NodaTime;

namespace Companion.Workflows.Tests.Receiving;

/// <summary>Several people on one number: whose words they are is asked by first name, and nobody on it is named to whoever reads.</summary>
public sealed class SharedPhoneTests
{
    private const long Ann = 101;
    private const long Joe = 102;

    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Joe", Joe)]
    [InlineData("ANN", Ann)]
    [InlineData("Zoe", null)]
    public async Task A_first_name_says_whose_words_a_person_gets(string name, long? whose)
    {
        await using var rig = await TwoPeople();

        await rig.Text("hello");
        await rig.Text("1");
        await rig.Text(name);

        var handOff = Assert.Single(await rig.All<HandOff>());
        Assert.Equal((HandOffReason.Asked, whose), (handOff.Reason, handOff.PersonId));
        Assert.DoesNotContain(rig.SentTo(Rig.Anna), words => words.Contains("Joe", StringComparison.Ordinal) || words.Contains("Ann", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_of_them_has_a_hand_off_of_their_own()
    {
        await using var rig = await TwoPeople();
        foreach (var words in new[] { "hello", "1", "Ann", "hello", "1", "Joe" })
        {
            await rig.Text(words);
        }

        Assert.Equal([Ann, Joe], (await rig.All<HandOff>()).Select(handOff => handOff.PersonId!.Value).Order());
    }

    [Fact]
    public async Task Something_new_is_asked_about_from_the_first_question_as_if_nobody_were_known()
    {
        await using var rig = await TwoPeople();

        await rig.Text("hello");
        await rig.Text("2");
        await rig.Text("1");

        Assert.Contains("name", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    private static async Task<Rig> TwoPeople()
    {
        var rig = await Rig.At(MondayNoon);
        var request = new TurnRequest(rig.Service.Key, Channel.Sms, Rig.Anna, null, null, MondayNoon);
        await rig.Store.Turn(
            request,
            turn =>
            {
                Put(turn, Ann, "Ann");
                Put(turn, Joe, "Joe");
                return ValueTask.FromResult(true);
            },
            Cancel);
        return rig;
    }

    private static void Put(Turn turn, long id, string name)
    {
        turn.Insert(new Person { Id = id, ServiceId = turn.Address.ServiceId, GivenName = name, FamilyName = "Lee", CreatedAt = turn.Now });
        turn.Insert(new PersonAddress
        {
            Id = id + 100,
            ServiceId = turn.Address.ServiceId,
            PersonId = id,
            AddressId = turn.Address.Id,
            CreatedAt = turn.Now,
        });
    }
}
