using Companion.Dialogs.Safety;
using FsCheck;
using FsCheck.Fluent;

namespace Companion.Dialogs.Tests.Safety;

public sealed class ListenerPropertyTests
{
    private static readonly Listener Listener = new();

    private static readonly List<string> Reds =
        [.. Cases.Dangers().Select(danger => danger.Words).Where(words => Listener.Hear(words, []).Level == Level.Red)];

    [Fact]
    public void It_never_throws() => Prop
        .ForAll<string, string>((words, before) => Enum.IsDefined(Listener.Hear(words ?? "", [before ?? ""]).Level))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\ud800")]
    [InlineData("i want to \udc00die\0")]
    [InlineData("    ")]
    [InlineData("''''''''")]
    [InlineData("!!!???...")]
    [InlineData("💊💊💊🔪")]
    public void Odd_letters_do_no_harm(string words) => Assert.NotNull(Listener.Hear(words, [words, words]));

    [Fact]
    public void There_are_many_reds_to_try() => Assert.True(Reds.Count > 200, $"{Reds.Count}");

    [Fact]
    public void Neither_case_nor_quotes_nor_spaces_nor_polite_words_hide_a_red()
    {
        Func<string, string>[] dresses =
        [
            words => words.ToUpperInvariant(),
            words => words.Replace("'", "’", StringComparison.Ordinal),
            words => words.Replace("'", "", StringComparison.Ordinal),
            words => words.Replace(" ", "   ", StringComparison.Ordinal),
            words => "Hello, sorry to bother you. " + words,
            words => "hi there hope you are well. " + words + ". thank you for your time",
            words => words + " please",
            words => words + "!!",
            words => "\u200b" + words + " x",
        ];
        var hidden = dresses.SelectMany(dress => Reds.Select(dress)).Where(words => Listener.Hear(words, []).Level == Level.None);
        Assert.Empty(hidden);
    }
}

public sealed class ListenerLongTextTests
{
    private static readonly Listener Listener = new();

    [Fact]
    public void A_hundred_thousand_letters_are_read_to_their_end()
    {
        string[] texts =
        [
            string.Concat(Enumerable.Repeat("i want to die ", 7_000)),
            string.Concat(Enumerable.Repeat("im not going to kill myself ", 3_600)),
            string.Concat(Enumerable.Repeat("my friend said he has never been hit ", 2_700)),
            new string('a', 100_000),
            string.Concat(Enumerable.Repeat("k ", 50_000)),
            string.Concat(Enumerable.Repeat("d!", 50_000)),
            string.Concat(Enumerable.Repeat("he shouts. ", 9_000)),
        ];
        Assert.All(texts, words => Assert.NotNull(Listener.Hear(words, [])));
    }
}
