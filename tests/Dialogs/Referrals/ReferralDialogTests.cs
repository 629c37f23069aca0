using Companion.Dialogs.Consent;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using Companion.Dialogs.Tests.Talking;
using static Companion.Dialogs.Referrals.ReferralState;

namespace Companion.Dialogs.Tests.Referrals;

public sealed class ReferralDialogTests
{
    private static readonly string[] ToPostcode = ["1", "Sam Hill, 12 March 1954"];
    private static readonly string[] ToHelp = [.. ToPostcode, "LS6 3HN, Oak"];
    private static readonly string[] ToShared = [.. ToHelp, "skip", "skip", "skip", "no", "no", "no", "skip"];

    [Fact]
    public void A_person_who_is_known_is_not_asked_again() =>
        Transcript.Of(new ReferralDialog(), Known)
            .Bot("referral.welcome.ask")
            .Person("1")
            .Bot("referral.help.ask")
            .IsIn(ReferralState.Help);

    [Fact]
    public void Who_is_known_and_refers_another_gives_their_name_and_nothing_else_of_theirs() =>
        Transcript.Of(new ReferralDialog(), Known)
            .Bot("referral.welcome.ask")
            .Person("2")
            .Bot("referral.relation.ask")
            .Holds(ReferralSlots.ReferrerName, "Sam Hill")
            .Holds(ReferralSlots.Name, null)
            .Holds(ReferralSlots.DateOfBirth, null)
            .Holds(ReferralSlots.SurgeryCode, null)
            .IsIn(CarerRelation);

    [Fact]
    public void What_the_first_text_tells_is_read_back_instead_of_asked() =>
        Transcript.Of(new ReferralDialog(), Known, "I am lonely since my move")
            .Bot("referral.welcome.ask")
            .Person("1")
            .BotSays("It sounds like you would like help with feeling lonely. Is that right? Reply Y, or tell us what we missed.")
            .Person("Y")
            .Bot("referral.matters.ask")
            .Holds(ReferralSlots.HelpWords, "I am lonely since my move")
            .Holds(ReferralSlots.Needs, "loneliness")
            .IsIn(Matters);

    [Fact]
    public void A_first_text_that_asks_for_a_person_brings_one() =>
        Transcript.Of(new ReferralDialog(), Known, "Hi can I talk to a person please")
            .Bot("referral.welcome.ask")
            .Does(new OpenHandOff(HandOffReason.Asked))
            .Bot("referral.person")
            .IsIn(WhoFor);

    [Fact]
    public void More_words_at_the_read_back_add_to_the_needs() =>
        Transcript.At(new ReferralDialog(), [.. ToHelp, "I am lonely"])
            .Person("yes and I have debts")
            .Bot("referral.matters.ask")
            .Holds(ReferralSlots.Needs, "loneliness,money")
            .Holds(ReferralSlots.HelpWords, "I am lonely\nyes and I have debts")
            .IsIn(Matters);

    [Fact]
    public void No_with_other_words_puts_them_in_the_place_of_what_was_read() =>
        Transcript.At(new ReferralDialog(), [.. ToHelp, "I am lonely"])
            .Person("no, it is debt")
            .Bot("referral.matters.ask")
            .Holds(ReferralSlots.Needs, "money")
            .IsIn(Matters);

    [Fact]
    public void Abuse_is_kept_and_never_said_back() =>
        Transcript.At(new ReferralDialog(), ToHelp)
            .Person("I left an abusive husband and I am lonely")
            .BotSays("It sounds like you would like help with feeling lonely. Is that right? Reply Y, or tell us what we missed.")
            .Person("y")
            .Bot("referral.matters.ask")
            .Holds(ReferralSlots.Needs, "domestic_abuse,loneliness")
            .Holds(ReferralSlots.PrivateTask, "yes")
            .IsIn(Matters);

    [Fact]
    public void Nothing_read_keeps_their_own_words() =>
        Transcript.At(new ReferralDialog(), ToHelp)
            .Person("the thing we spoke about")
            .Bot("referral.matters.ask")
            .Holds(ReferralSlots.HelpWords, "the thing we spoke about")
            .Holds(ReferralSlots.Needs, null)
            .IsIn(Matters);

    [Theory]
    [InlineData("no fixed address")]
    [InlineData("I'm homeless")]
    [InlineData("ZZ99 3CZ")]
    public void No_fixed_address_is_inside_every_area(string words) =>
        Transcript.At(new ReferralDialog(), ToPostcode)
            .Person(words)
            .Bot("referral.surgery.ask")
            .Holds(ReferralSlots.Postcode, "ZZ99 3CZ")
            .IsIn(ReferralState.Surgery);

    [Theory]
    [InlineData("Oak", "A99001")]
    [InlineData("I'm with Elm Tree", "A99002")]
    [InlineData("6", "A99006")]
    [InlineData("st aidans", "A99005")]
    [InlineData("none", "V81997")]
    [InlineData("I'm not registered", "V81997")]
    [InlineData("not on the list", "V81999")]
    [InlineData("don't know", "V81999")]
    public void A_surgery_is_named_in_part_or_by_number_or_not_at_all(string words, string code) =>
        Transcript.At(new ReferralDialog(), [.. ToPostcode, "LS6 3HN"])
            .Person(words)
            .Bot("referral.help.ask")
            .Holds(ReferralSlots.SurgeryCode, code)
            .IsIn(ReferralState.Help);

    [Theory]
    [InlineData("whitecliff", "Whitecliffe Group Practice")]
    [InlineData("elm teee", "Elm Tree Medical Centre")]
    [InlineData("Oak Avenue", "Oak Surgery")]
    public void A_slip_in_the_name_of_a_surgery_is_read_back(string words, string name) =>
        Transcript.At(new ReferralDialog(), [.. ToPostcode, "LS6 3HN"])
            .Person(words)
            .BotSays($"Is the GP surgery {name}? Reply Y or N.")
            .Person("no")
            .Bot("referral.surgery.again")
            .IsIn(ReferralState.Surgery);

    [Fact]
    public void A_surgery_that_is_not_on_the_list_is_kept_in_their_words() =>
        Transcript.At(new ReferralDialog(), [.. ToPostcode, "LS6 3HN"])
            .Person("Quarry Bank")
            .BotSays("Quarry Bank is not on our list of GP surgeries. Is that what it is called? Reply Y, or N to try again.")
            .Person("y")
            .Bot("referral.help.ask")
            .Holds(ReferralSlots.SurgeryCode, "V81999")
            .Holds(ReferralSlots.SurgeryName, "Quarry Bank")
            .IsIn(ReferralState.Help);

    [Fact]
    public void A_shared_phone_gets_no_private_question_and_no_story() =>
        Transcript.At(new ReferralDialog(), ToShared)
            .Person("my wife sees them")
            .Does(new MarkSharedPhone())
            .Bot("referral.gp.ask")
            .Holds(ReferralSlots.PrivateTask, "yes")
            .Person("n")
            .Does(new RecordConsent(ConsentTopic.ShareWithGp, Agreed: false, "referral.gp.ask"))
            .Bot("referral.evaluation.ask")
            .IsIn(Evaluation);

    [Fact]
    public void A_no_to_the_private_question_makes_it_a_task() =>
        Transcript.At(new ReferralDialog(), [.. ToShared, "no"])
            .Person("no")
            .Does(new RecordConsent(ConsentTopic.PrivateQuestion, Agreed: false, "referral.private.ok.ask"))
            .Bot("referral.gp.ask")
            .Holds(ReferralSlots.PrivateTask, "yes")
            .Holds(ReferralSlots.SafeAtHome, null)
            .IsIn(ShareWithGp);

    [Fact]
    public void Not_sure_about_being_safe_is_looked_at_by_a_person_the_same_day() =>
        Transcript.At(new ReferralDialog(), [.. ToShared, "no", "yes"])
            .Person("not sure")
            .Does(new OpenHandOff(HandOffReason.Review))
            .Bot("referral.gp.ask")
            .Holds(ReferralSlots.SafeAtHome, "unsure")
            .IsIn(ShareWithGp);

    [Fact]
    public void A_carer_is_never_asked_the_private_question() => Assert.DoesNotContain(
        Walks.Said("2", ["Ann Lee, her daughter", "yes", "Joan Lee, 3 May 1941", "skip", "oak", "none", "skip", "skip", "skip", "no", "no", "no", "skip", "1", "1"]),
        key => key.Contains("private", StringComparison.Ordinal) || key.Contains("evaluation", StringComparison.Ordinal) || key is "referral.gp.ask");

    [Fact]
    public void Without_agreement_it_stops_kindly_or_waits_for_a_yes()
    {
        Transcript.At(new ReferralDialog(), ["2", "Ann Lee, her daughter"])
            .Person("no")
            .Bot("referral.notagreed.ask")
            .Person("ok i will ask her")
            .Bot("referral.goodbye")
            .Holds(ReferralSlots.ClosedReason, ClosedReasons.NotAgreed)
            .Ends();
        Transcript.At(new ReferralDialog(), ["2", "Ann Lee, her daughter", "no"])
            .Person("Y")
            .Bot("referral.name.ask.theirs")
            .IsIn(Name);
    }

    [Theory]
    [InlineData("12 March", "referral.dob.wrong.year")]
    [InlineData("March 1954", "referral.dob.wrong.day")]
    [InlineData("31 June 1980", "referral.dob.wrong.calendar")]
    [InlineData("12/3/2099", "referral.dob.wrong.future")]
    [InlineData("12/3/1850", "referral.dob.wrong.past")]
    [InlineData("I am 72", "referral.dob.wrong.age")]
    public void What_is_wrong_with_a_date_is_said(string words, string text) =>
        Transcript.At(new ReferralDialog(), ["1", "Sam Hill"])
            .Person(words)
            .Bot(text)
            .Person(words)
            .Bot("referral.dob.again")
            .IsIn(DateOfBirth);

    [Fact]
    public void An_NHS_number_with_a_slip_is_not_taken() =>
        Transcript.At(new ReferralDialog(), [.. ToShared, "no", "no", "y", "y"])
            .Person("999 000 0019")
            .Bot("referral.nhs.wrong")
            .Person("999 000 0018")
            .Bot("referral.details.ask.me")
            .Holds(ReferralSlots.NhsNumber, "9990000018")
            .IsIn(CheckDetails);

    [Fact]
    public void A_number_given_in_a_chat_is_in_the_summary_and_can_be_put_right() =>
        Transcript.At(
            new ReferralDialog(),
            [.. ToHelp, "07700 900111", "skip", "skip", "skip", "no", "no", "no", "mornings", "no", "no", "y", "n"],
            Slots.Empty.With(ReferralSlots.NumberUnknown, "yes"))
            .Person("what")
            .Bot("referral.details.again")
            .Person("6")
            .Bot("referral.phone.ask")
            .Person("07700 900222")
            .BotSays(
                "Nearly done. Is this right?\n2 Name: Sam Hill\n3 Born: 12 March 1954\n4 Postcode: LS6 3HN\n5 GP surgery: Oak Surgery\n"
                + "6 Phone: 07700 900222\n7 Reach you: mornings\n8 To help us talk: none\n10 Tell GP surgery: yes\n"
                + "Reply 1 if it is right, or the number of a line to change.")
            .Person("10")
            .Bot("referral.gp.ask")
            .Person("n")
            .Does(new RecordConsent(ConsentTopic.ShareWithGp, Agreed: false, "referral.gp.ask"))
            .Bot("referral.details.ask.me.number")
            .Holds(ReferralSlots.ShareWithGp, "no")
            .IsIn(CheckDetails);

    [Fact]
    public void What_they_want_to_be_called_is_kept() =>
        Transcript.At(new ReferralDialog(), ["1"])
            .Person("Elizabeth Lee but everyone calls me Bet, 12 March 1954")
            .Bot("referral.postcode.ask")
            .Holds(ReferralSlots.Name, "Elizabeth Lee")
            .Holds(ReferralSlots.PreferredName, "Bet")
            .IsIn(Postcode);

    [Fact]
    public void A_withdrawn_yes_to_linkage_takes_the_NHS_number_with_it() =>
        Transcript.At(new ReferralDialog(), [.. ToShared, "no", "no", "y", "y", "999 000 0018", "1", "8"])
            .Person("no")
            .Does(new RecordConsent(ConsentTopic.EvaluationLinkage, Agreed: false, "referral.evaluation.ask"))
            .Bot("referral.story.ask.me")
            .Holds(ReferralSlots.NhsNumber, null)
            .IsIn(CheckStory);

    [Theory]
    [InlineData("12 March 1954", Fit.Clear)]
    [InlineData("skip", Fit.Possible)]
    [InlineData("see you at the group", Fit.None)]
    public void Words_fit_a_question_as_well_as_they_answer_it(string words, Fit fit)
    {
        var dialog = new ReferralDialog();
        var place = new Place("referral", 1, "DateOfBirth", Slots.Empty.With(ReferralSlots.For, "me").With(ReferralSlots.FirstName, "Sam"), 0);
        Assert.Equal(fit, dialog.Fits(place, Town.Says(words)));
    }

    private static Slots Known => Slots.Empty
        .With(ReferralSlots.Name, "Sam Hill")
        .With(ReferralSlots.FirstName, "Sam")
        .With(ReferralSlots.FamilyName, "Hill")
        .With(ReferralSlots.DateOfBirth, "1954-03-12")
        .With(ReferralSlots.Postcode, "LS6 3HN")
        .With(ReferralSlots.SurgeryCode, "A99001")
        .With(ReferralSlots.SurgeryName, "Oak Surgery");
}
