using Companion.Dialogs.Consent;
using Companion.Dialogs.Talking;
using Companion.Workflows.Consent;
using Companion.Workflows.Conversations;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Referrals;
using Companion.Workflows.Sending;
using Companion.Workflows.Timing;
using NodaTime;

namespace Companion.Workflows.Tests.Referrals;

/// <summary>A referral from the first text to the case, with everything in between stored and sent.</summary>
public sealed class WholeReferralTests
{
    private const string Mother = "+447700900456";

    private static readonly Instant MondayNoon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private static readonly Instant SaturdayNight = new LocalDateTime(2026, 11, 21, 22, 0).Instant();

    private static readonly string[] ForMyself =
    [
        "Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane", "I am lonely and worried about bills", "Y", "Seeing my friends again",
        "I live alone", "Diabetes and a bad hip", "yes, A&E in May", "large print please", "mornings, by phone", "no", "yes", "1", "y", "y",
        "999 000 0018", "1", "1",
    ];

    internal static readonly string[] ForMyMother =
    [
        "hello can you help my mum", "2", "Ann Lee, her daughter", "yes", "Joan Lee, 3 May 1941", "M1 2AB, Oak Lane", "07700 900456",
        "She is lonely and has damp in the flat", "yes", "Her garden", "She lives alone", "COPD", "no", "hearing aids", "afternoons, phone", "1", "1",
    ];

    [Fact]
    public async Task A_self_referral_ends_as_a_case_with_tier_cohort_and_reasons()
    {
        await using var rig = await Rig.At(MondayNoon);

        await Say(rig, ForMyself);

        var made = Assert.Single(await rig.All<Case>());
        Assert.Equal(("Sam", "Hill", new LocalDate(1954, 3, 12), "9990000018"), (made.GivenName, made.FamilyName, made.BirthDate!.Value, made.NhsNumber));
        Assert.Equal(("M1 1AE", "Y99901", "loneliness,money"), (made.Postcode, made.GpOdsCode, made.Needs));
        Assert.Equal(("EnhancedSupport", "Self referral", "No known risks"), (made.Tier, made.Method, made.Risks));
        Assert.NotEmpty(made.Reasons);
        Assert.NotEmpty(made.Cohort);
        Assert.True(made.ShareWithGp);
        Assert.Contains(made.Reference, rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        Assert.Contains("Monday 30 November", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal); // five working days
        Assert.Equal(ForMyself.Length, rig.SentTo(Rig.Anna).Count); // one answer to each text
        Assert.Equal(3, (await rig.All<ConsentEntry>()).Count(entry => entry.Change == ConsentChange.Agreed));
    }

    [Fact]
    public async Task The_number_a_carer_gives_is_only_claimed_and_asked_once_in_opening_hours()
    {
        await using var rig = await Rig.At(SaturdayNight);

        await Say(rig, ForMyMother);
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Empty(rig.SentTo(Mother));
        await rig.Pass(Duration.FromHours(36));

        Assert.Equal(["Hello from Shire Links. Is it OK to text you here? Reply Y or N."], rig.SentTo(Mother));
        var asked = Assert.Single(await rig.All<OutboundMessage>(), m => m.Class == SendClass.AskToText);
        Assert.Equal(new LocalDateTime(2026, 11, 23, 9, 0), new LocalDateTime(asked.SentAt!.Value.Local().Year, 11, asked.SentAt.Value.Local().Day, asked.SentAt.Value.Local().Hour, 0));

        await rig.Text("Y", Mother);
        Assert.Equal(Textable.Agreed, (await rig.All<Address>()).Single(a => a.Value == Mother).Textable);
        var made = Assert.Single(await rig.All<Case>());
        Assert.Equal(("Referred by a carer", "Ann Lee", "Joan"), (made.Method, made.ReferrerName, made.GivenName));
    }

    [Fact]
    public async Task A_claimed_number_that_says_no_is_not_texted_again()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ForMyMother);
        await rig.Pass(Duration.FromMinutes(2));

        await Say(rig, ["N", "no thank you"], Mother);

        Assert.Equal(Textable.Declined, (await rig.All<Address>()).Single(a => a.Value == Mother).Textable);
        Assert.Single(rig.SentTo(Mother)); // the one question
    }

    [Theory]
    [InlineData("I need help with debt", "Hello, this is")]
    [InlineData("START", "Welcome back")]
    public async Task A_number_that_said_no_is_answered_when_it_writes_of_its_own_accord(string words, string answer)
    {
        await using var rig = await Rig.At(MondayNoon, optOut: new OptOutSettings { ByProvider = false });
        await Say(rig, ForMyMother);
        await rig.Pass(Duration.FromMinutes(2));
        await rig.Text("N", Mother);
        rig.Clock.Now += Duration.FromHours(24);

        await rig.Text(words, Mother);

        Assert.StartsWith(answer, rig.SentTo(Mother)[^1], StringComparison.Ordinal);
        Assert.Equal(Textable.Wrote, (await rig.All<Address>()).Single(a => a.Value == Mother).Textable);
        Assert.Contains(await rig.All<ConsentEntry>(), entry => entry is { Topic: ConsentTopic.TextingThisNumber, Change: ConsentChange.Started });
    }

    [Fact]
    public async Task Nobody_is_linked_to_a_claimed_number_before_it_says_yes()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ForMyMother);
        await Say(rig, ForMyMother, "+447700900789");
        await rig.Pass(Duration.FromMinutes(2));
        Assert.Empty(await rig.All<PersonAddress>());

        await rig.Text("Y", Mother);

        var claimed = (await rig.All<Address>()).Single(a => a.Value == Mother).Id;
        var reached = (await rig.All<PersonAddress>()).Select(link => (link.AddressId, link.PersonId)).Order();
        Assert.Equal((await rig.All<Case>()).Select(made => (claimed, made.PersonId)).Order(), reached); // both who gave it
    }

    [Fact]
    public async Task A_stranger_who_says_yes_at_a_mistyped_number_is_told_nothing_of_the_patient()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ForMyMother);
        await rig.Pass(Duration.FromMinutes(2));

        await Say(rig, ["Y", "hello", "2", .. ForMyself[1..]], Mother);

        Assert.DoesNotContain(rig.SentTo(Mother), words => words.Contains("Joan", StringComparison.Ordinal) || words.Contains("1941", StringComparison.Ordinal));
        var (mothers, strangers) = ((await rig.All<Case>()).Single(c => c.GivenName == "Joan"), (await rig.All<Case>()).Single(c => c.GivenName == "Sam"));
        Assert.NotEqual(mothers.PersonId, strangers.PersonId);
        Assert.Equal(Mother, mothers.Phone); // the link worker sees which number was given
        Assert.DoesNotContain(await rig.All<Conversation>(), talk => talk.PersonId == mothers.PersonId && talk.AddressId == strangers.AddressId);
    }

    [Fact]
    public async Task A_half_finished_referral_is_nudged_once_and_then_kept()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ForMyself[..4]);

        await rig.Pass(Duration.FromHours(72));

        Assert.Equal(5, rig.SentTo(Rig.Anna).Count); // four answers and one nudge
        var kept = Assert.Single(await rig.All<Conversation>());
        Assert.Equal("Sam", kept.Slots["name.first"]);
        Assert.NotNull(kept.ClosedAt);
        Assert.Equal("silence", kept.CloseReason);
    }

    [Fact]
    public async Task A_red_flag_in_the_middle_of_a_date_of_birth_pauses_the_referral_which_goes_on_when_cleared()
    {
        await using var rig = await Rig.At(Instant.FromUtc(2026, 12, 25, 3, 0));
        await Say(rig, ForMyself[..2]);

        await rig.Text("Sam Hill, 12 Mar i cant go on i want to die");
        await rig.Text("12 March 1954");
        await rig.Pass(Duration.FromHours(48));

        Assert.Equal(3, rig.SentTo(Rig.Anna).Count);
        await rig.Part<ClearHandOff>().Handle((await rig.All<HandOff>()).Single(h => h.Reason == HandOffReason.RedFlag).Id, new Clearing("Sam", "spoke"), TestContext.Current.CancellationToken);
        await rig.Text(ForMyself[2]);
        Assert.Contains("postcode", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_safe_at_home_is_answered_neutrally_opens_an_urgent_hand_off_and_then_keeps_silent()
    {
        await using var rig = await Rig.At(MondayNoon);
        var upToPrivate = Array.IndexOf(ForMyself, "1", 3);

        await Say(rig, ForMyself[..upToPrivate]);
        await rig.Text("2");
        await rig.Text("no");
        var before = rig.SentTo(Rig.Anna).Count;
        await rig.Text("hello");

        Assert.Single(await rig.All<HandOff>(), h => h.Reason == HandOffReason.RedFlag && h.DangerKind == "Abuse");
        Assert.Contains(rig.SentTo(Rig.Anna), words => words.Contains("Is it safe to text you?", StringComparison.Ordinal));
        Assert.Equal(before, rig.SentTo(Rig.Anna).Count);
        Assert.Equal(AddressTrouble.UnsafeToText, (await rig.All<Address>()).Single(a => a.Value == Rig.Anna).Trouble);
        Assert.DoesNotContain(rig.SentTo(Rig.Anna), words => words.Contains("0808", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_comes_back_is_offered_a_person_or_a_new_request_and_is_not_asked_their_name_again()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ForMyself);

        await rig.Text("hello again");
        Assert.StartsWith("Hello again", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
        await rig.Text("2");
        await rig.Text("1");

        Assert.DoesNotContain("full name", rig.SentTo(Rig.Anna)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_misunderstandings_hand_over_to_a_person()
    {
        await using var rig = await Rig.At(MondayNoon);
        await Say(rig, ["Hello", "purple", "monkey", "dishwasher"]);

        Assert.Single(await rig.All<HandOff>(), h => h.Reason == HandOffReason.Misunderstood);
    }

    [Fact]
    public async Task A_referral_by_web_chat_asks_for_a_number_which_is_only_claimed()
    {
        await using var rig = await Rig.At(MondayNoon);
        var byChat = ForMyself.ToList();
        byChat.Insert(4, "07700 900456");

        foreach (var words in byChat)
        {
            await rig.Text(words, "chat-token", Channel.WebChat);
        }

        await rig.Pass(Duration.FromMinutes(2));
        Assert.Equal(Mother, Assert.Single(await rig.All<Case>()).Phone);
        Assert.Equal(["Hello from Shire Links. Is it OK to text you here? Reply Y or N."], rig.SentTo(Mother));
        Assert.Equal(Textable.Claimed, (await rig.All<Address>()).Single(a => a.Value == Mother).Textable);
    }

    private static async Task Say(Rig rig, IEnumerable<string> words, string from = Rig.Anna)
    {
        foreach (var text in words)
        {
            await rig.Text(text, from);
        }
    }
}
