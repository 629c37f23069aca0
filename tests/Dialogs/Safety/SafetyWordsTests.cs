using System.Text.RegularExpressions;
using Companion.Dialogs.Safety;
using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Safety;

public sealed partial class SafetyWordsTests
{
    private const string LongServiceName = "Thornbury Social Prescribing";

    private static readonly string[] KnownNumbers =
        ["999", "111", "116 123", "85258", "0800 068 4141", "0800 1111", "55", "1", "2"];

    private static readonly TextBook Book = TextBook.Shipped;

    public static TheoryData<string> Keys => [.. SafetyWords.AllKeys().Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_text_is_there_and_travels_in_two_segments_or_one_when_short(string key)
    {
        var text = Text(key);
        Assert.True(Gsm7.Fits(text));
        Assert.True(Gsm7.Segments(text) <= (key.EndsWith(".short", StringComparison.Ordinal) ? 1 : 2), key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_number_is_one_that_is_published(string key) =>
        Assert.All(Number().Matches(Text(key)).Select(match => match.Value.Trim()), number => Assert.Contains(number, KnownNumbers));

    [Fact]
    public void No_text_is_left_that_nothing_asks_for() =>
        Assert.Equal(
            SafetyWords.AllKeys().Distinct().Order(StringComparer.Ordinal),
            Book.Keys("en").Where(key => key.StartsWith("safety.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Abuse_is_answered_without_a_helpline_or_the_services_name() =>
        Assert.All(
            SafetyWords.AllKeys().Where(key => key.Contains(".abuse", StringComparison.Ordinal)).Distinct(),
            key => Assert.DoesNotMatch("0800|0808|116|service|abuse|safe at home", Book.Raw("en", key)));

    [Fact]
    public void A_child_in_danger_is_given_a_childrens_helpline()
    {
        Assert.Contains("0800 1111", Text(Assert.Single(Answer(Kind.Suicide, AgeGroup.Under18))), StringComparison.Ordinal);
        Assert.Contains("0800 1111", Text(Assert.Single(Answer(Kind.Child, AgeGroup.Under18))), StringComparison.Ordinal);
        Assert.DoesNotContain("0800 1111", Text(Assert.Single(Answer(Kind.Suicide, AgeGroup.Adult))), StringComparison.Ordinal);
    }

    [Fact]
    public void Web_chat_without_a_number_asks_what_number_to_call() =>
        Assert.Equal(
            ["safety.suicide.adult", "safety.ask-number"],
            SafetyWords.For(Red(Kind.Suicide), AgeGroup.Adult, AnsweredBy.WebChatWithoutNumber, repeat: false, covered: true));

    [Fact]
    public void When_nobody_is_on_call_every_first_answer_says_that_nobody_is_reading() =>
        Assert.All(Enum.GetValues<Kind>().Where(kind => kind != Kind.None), kind => Assert.Matches(
            "Nobody .*reading this now",
            Text(Assert.Single(SafetyWords.For(Red(kind), AgeGroup.Unknown, AnsweredBy.Text, repeat: false, covered: false)))));

    [Fact]
    public void An_amber_is_answered_with_one_caring_question_and_a_noted_with_nothing()
    {
        var amber = new Heard(Level.Amber, Kind.Suicide, ThirdParty: true, []);
        Assert.Equal(["safety.question.suicide.other"], SafetyWords.For(amber, AgeGroup.Adult, AnsweredBy.Text, repeat: false, covered: true));
        Assert.Empty(SafetyWords.For(amber with { Level = Level.Noted }, AgeGroup.Adult, AnsweredBy.Text, repeat: false, covered: true));
    }

    [Fact]
    public void A_repeat_gets_the_short_form() =>
        Assert.Equal(
            ["safety.emergency.anyone.short"],
            SafetyWords.For(Red(Kind.Emergency), AgeGroup.Adult, AnsweredBy.WebChatWithoutNumber, repeat: true, covered: false));

    private static IReadOnlyList<string> Answer(Kind kind, AgeGroup age) =>
        SafetyWords.For(Red(kind), age, AnsweredBy.Text, repeat: false, covered: true);

    private static Heard Red(Kind kind) => new(Level.Red, kind, ThirdParty: false, []);

    private static string Text(string key) => Book.Render("en", key, [("service", LongServiceName)]);

    [GeneratedRegex(@"\d[\d ]*")]
    private static partial Regex Number();
}
