using Companion.Dialogs.Referrals;
using Companion.Dialogs.Tests.Talking;
using Companion.Tests.Support;

namespace Companion.Dialogs.Tests.Referrals;

/// <summary>Whole conversations, kept as files to be read.</summary>
public sealed class GoldenTranscripts
{
    [Fact]
    public void A_person_refers_themselves() => Matches("self", "Hello",
        "1", "Sam Hill, 12 March 1954", "LS6 3HN, Oak Surgery", "I am lonely and worried about bills", "Y",
        "Seeing my friends again", "I live alone", "Diabetes and a bad hip", "yes, A&E in May", "large print please",
        "mornings, by phone", "no", "yes", "1", "y", "y", "999 000 0018", "1", "1");

    [Fact]
    public void A_person_skips_all_that_can_be_skipped() => Matches("skips", "hi",
        "1", "Sam Hill 12/3/1954", "rather not say", "Oak", "skip", "skip", "dont know", "pass", "skip", "skip", "skip",
        "skip", "skip", "skip", "1", "1");

    [Fact]
    public void A_carer_refers_somebody() => Matches("carer", "hello can you help my mum",
        "2", "Ann Lee, her daughter", "yes", "Joan Lee, 3 May 1941", "LS7 4AB, elm tree", "07700 900456",
        "She is lonely and has damp in the flat", "yes", "Her garden", "She lives alone", "COPD", "no", "hearing aids", "afternoons, phone",
        "1", "1");

    [Fact]
    public void A_professional_refers_a_patient_from_a_ward() => Matches("professional", "Referral please",
        "3", "Jo Patel, ward nurse, Hill Hospital", "1", "yes", "Omar Khan 14.02.1960", "LS8 2AD", "riverside", "2", "none", "skip",
        "Money trouble, a cold house", "y", "lives with wife", "heart failure", "Urdu interpreter", "mornings", "skip", "1", "1");

    [Fact]
    public void Lines_of_the_summary_are_corrected() => Matches("corrections", "Hello",
        [.. UpToSummary, "2", "Samuel Hill", "8", "n", "no", "5", "dont know", "1", "3", "My cat", "2", "housing", "no", "it is the damp", "y"]);

    [Fact]
    public void Outside_the_area_they_are_told_where_to_go() => Matches("outside", "Hello",
        "1", "Sam Hill", "12 March 1954", "M1 1AE", "back", "M1 1AE", "9", "ok thanks");

    [Fact]
    public void A_mended_postcode_goes_on() => Matches("outside-mended", "Hello", "1", "Sam Hill, 12 March 1954", "LS1 1AA", "sorry LS6 1AA", "Oak");

    [Fact]
    public void Under_18_goes_kindly_to_a_person() => Matches("under-18", "Hello", "1", "Kit Hill, 1 May 2012", "yes");

    [Fact]
    public void A_slip_in_the_year_does_not_make_a_child_of_anybody() => Matches("under-18-slip", "Hello",
        "1", "Kit Hill, 1 May 2012", "no", "1 May 1982");

    [Fact]
    public void Words_that_are_not_understood_lead_to_a_person() => Matches("misunderstood", "Hello",
        "maybe", "???", "purple", "1", "12", "##", "!!", "Sam Hill", "soon", "31 June 1980", "12 March", "12/3/1954");

    [Fact]
    public void Commands_work_everywhere() => Matches("commands", "Hello",
        "1", "help", "why do you need that", "person", "chat", "back", "1", "skip", "skip", "Sam Hill", "back", "Sam Hall", "9", "12 March 1954",
        "back", "12 March 1955", "LS6 3HN", "not registered", "back", "oak");

    [Fact]
    public void Silence_is_nudged_once_and_then_kept() => Matches("silence", "Hello", "1", "Sam Hill", "", "12 March 1954", "");

    [Fact]
    public void Not_safe_at_home_stops_the_questions() => Matches("not-safe", "Hello",
        "1", "Sam Hill, 12 March 1954", "LS6 3HN, Oak", "lonely", "y", "skip", "skip", "n", "n", "n", "skip", "no", "yes", "2", "hello again");

    private static readonly string[] UpToSummary =
    [
        "1", "Sam Hill, 12 March 1954", "LS6 3HN, Oak Surgery", "I am lonely", "Y", "My dog", "I live alone", "no", "no", "no", "mornings",
        "no", "no", "y", "n",
    ];

    private static void Matches(string name, string first, params string[] answers) => Golden.Matches(
        $"tests/Dialogs/Referrals/Transcripts/{name}.txt",
        Transcript.Play(new ReferralDialog(), first, answers));
}
