using Companion.Dialogs.Groups;
using Companion.Dialogs.Referrals;
using Companion.Dialogs.Talking;
using FsCheck;
using FsCheck.Fluent;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>No sequence of any words, in any state, makes a dialog throw, loop or go silent without a person being told.</summary>
public sealed class WalkTests
{
    private const int MostEffectsATurn = 6;
    private const int SilencesToTheEnd = 3;

    private static readonly DialogBook Book = ShippedDialogs.Book();

    private static readonly Gen<string> Words = Gen.Frequency(
        (12, Gen.Elements<string>(Vocabulary.Sensible)),
        (2, Gen.Elements<string>(Vocabulary.Odd)),
        (1, ArbMap.Default.GeneratorFor<string>().Select(words => words ?? "")),
        (1, from one in Gen.Elements<string>(Vocabulary.Sensible)
            from two in Gen.Elements<string>(Vocabulary.Odd)
            select one + " " + two));

    public static TheoryData<string> Names() => [.. Book.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_words_are_answered_and_silence_ends_it(string name) => Prop
        .ForAll(Words.ListOf().ToArbitrary(), words => Walk(name, [.. words]))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(name == "referral" ? 1500 : 200).WithEndSize(60));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    public void A_talk_that_answers_most_questions_is_submitted(string whom)
    {
        var submitted = 0;
        var dialog = new ReferralDialog();
        for (var seed = 0; seed < 50; seed++)
        {
            submitted += IsSubmitted(dialog, whom, new System.Random(seed)) ? 1 : 0;
        }

        Assert.True(submitted > 40, $"only {submitted} of 50 talks got through");
    }

    private static void Walk(string name, IReadOnlyList<string> words) => Book.With(name, dialog =>
    {
        var step = dialog.Begin(Slots.Empty, Town.Says("Hello"));
        foreach (var said in words.TakeWhile(_ => !step.Place.HasEnded))
        {
            var before = StoredPlace.Again(step.Place);
            if (dialog.Fits(before, Town.Says(said)) != Fit.Clear && !dialog.Asks(before))
            {
                continue; // it only listens, and these words are for another
            }

            step = dialog.Hear(before, Town.Says(said));
            IsAnswered(step, said);
        }

        for (var silence = 0; silence < SilencesToTheEnd && !step.Place.HasEnded; silence++)
        {
            step = dialog.Silence(StoredPlace.Again(step.Place), Town.Says(""));
        }

        Assert.True(step.Place.HasEnded, $"silence leaves it in {step.Place.State}");
        return true;
    });

    private static void IsAnswered(Step step, string said)
    {
        Assert.True(
            step.Place.HasEnded || step.Effects.Any(effect => effect is Say or OpenHandOff or SendChatLink or BringGuests),
            $"'{said}' got no answer in {step.Place.State}");
        Assert.InRange(step.Effects.Count, 0, MostEffectsATurn);
        foreach (var text in step.Effects.OfType<Say>())
        {
            Assert.NotEmpty(Transcript.Render(text));
        }
    }

    // Somebody who answers with sense three times in four, and anything at all the fourth.
    private static bool IsSubmitted(ReferralDialog dialog, string whom, System.Random chance)
    {
        var step = dialog.Hear(dialog.Begin(Slots.Empty, Town.Says("hi")).Place, Town.Says(whom));
        for (var turn = 0; turn < 200 && !step.Place.HasEnded; turn++)
        {
            var answers = chance.Next(4) > 0 ? Sense.For(step.Place.State) : Vocabulary.Odd;
            step = dialog.Hear(StoredPlace.Again(step.Place), Town.Says(answers[chance.Next(answers.Count)]));
        }

        return step.Effects.Any(effect => effect is SubmitReferral);
    }
}
