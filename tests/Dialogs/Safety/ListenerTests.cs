using Companion.Dialogs.Safety;

namespace Companion.Dialogs.Tests.Safety;

public sealed class ListenerTests
{
    private static readonly Listener Listener = new();

    public static TheoryData<string, string> Dangers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (label, words) in Cases.Dangers())
            {
                data.Add(label, words);
            }

            return data;
        }
    }

    public static TheoryData<string> LookAlikes => [.. Cases.LookAlikes()];

    [Theory]
    [MemberData(nameof(Dangers))]
    public void A_danger_is_heard(string label, string words)
    {
        var heard = Listener.Hear(words, []);
        Assert.True(heard.Level >= Level.Amber, words);
        Assert.NotEqual("none", heard.Label);
        Assert.All(heard.Hits, hit => Assert.False(string.IsNullOrWhiteSpace(hit.Words)));
        Assert.Contains(label, new[] { "crisis", "safeguarding", "emergency" });
    }

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void A_look_alike_is_at_most_noted(string words) => Assert.True(Listener.Hear(words, []).Level <= Level.Noted, words);

    [Fact]
    public void Nine_labels_in_ten_are_right()
    {
        var all = Cases.Dangers().ToList();
        var right = all.Count(danger => Listener.Hear(danger.Words, []).Label == danger.Label);
        Assert.True(right >= 0.9 * all.Count, $"{right} of {all.Count}");
    }

    [Theory]
    [InlineData("i want to die", Level.Red, Kind.Suicide)]
    [InlineData("I don’t see the point anymore", Level.Red, Kind.Suicide)]
    [InlineData("i dont see the point any more", Level.Red, Kind.Suicide)]
    [InlineData("got enough pills to do it", Level.Red, Kind.Suicide)]
    [InlineData("END of my tether", Level.Amber, Kind.Suicide)]
    [InlineData("SHOUT", Level.Red, Kind.Suicide)]
    [InlineData("85258", Level.Red, Kind.Suicide)]
    [InlineData("he hits me", Level.Red, Kind.Abuse)]
    [InlineData("ive been cutting my arms again", Level.Red, Kind.SelfHarm)]
    [InlineData("the voices are telling me to hurt people", Level.Red, Kind.Psychosis)]
    [InlineData("chest pains and cant breathe", Level.Red, Kind.Emergency)]
    [InlineData("my stepdad comes into my room at night", Level.Red, Kind.Child)]
    [InlineData("im going to stab him", Level.Red, Kind.HarmToOthers)]
    [InlineData("carers have not been in for 3 days", Level.Red, Kind.Neglect)]
    [InlineData("sleeping rough tonight", Level.Red, Kind.Hardship)]
    [InlineData("i'm not going to kill myself", Level.Noted, Kind.Suicide)]
    [InlineData("my friend died years ago", Level.None, Kind.None)]
    [InlineData("dying to see the garden group", Level.None, Kind.None)]
    public void Level_and_kind(string words, Level level, Kind kind)
    {
        var heard = Listener.Hear(words, []);
        Assert.Equal((level, kind), (heard.Level, heard.Kind));
    }

    [Theory]
    [InlineData("my son says he wants to die", true)]
    [InlineData("my neighbour is threatening to kill herself", true)]
    [InlineData("a client told me she is suicidal", true)]
    [InlineData("my mum doesnt know i want to die", false)]
    [InlineData("i want to kill myself", false)]
    [InlineData("he hits me", false)]
    [InlineData("he hits my mum", true)]
    public void Whose_danger_it_is(string words, bool thirdParty) => Assert.Equal(thirdParty, Listener.Hear(words, []).ThirdParty);

    [Theory]
    [InlineData("is it ok if my carer comes?")]
    [InlineData("Is it OK if my carer comes with me")]
    [InlineData("yes, is it okay if my carer comes too please")]
    [InlineData("is it ok for my carer to come with me?")]
    [InlineData("is it all right if my support worker comes along")]
    [InlineData("is it ok if my daughter comes to the group with me")]
    [InlineData("is it ok if my husband comes with me")]
    [InlineData("can my carer come with me")]
    [InlineData("can my carer come in with me")]
    public void Whether_somebody_may_come_along_is_an_ordinary_question(string words) => Assert.Equal(Level.None, Listener.Hear(words, []).Level);

    [Theory]
    [InlineData("my carer comes into my room at night")]
    [InlineData("I'm scared when my carer comes")]
    [InlineData("is it ok if my carer comes into my room at night")]
    [InlineData("is it ok if my carer comes in my bed")]
    [InlineData("is it ok if my carer comes in the shower with me")]
    [InlineData("is it ok if my carer comes on me")]
    [InlineData("is it ok if my carer hits me")]
    [InlineData("is it ok if my carer takes my bank card")]
    [InlineData("is it ok if my carer comes with me he doesnt let me out alone")]
    [InlineData("is it ok if my carer comes with me? he hits me if i go alone")]
    [InlineData("is it ok if my carer comes drunk")]
    [InlineData("is it ok if my husband comes to everything")]
    [InlineData("is it normal that my carer comes to my bed")]
    [InlineData("is it right that my dad comes in my room with me")]
    [InlineData("is it my fault that my carer comes and shouts")]
    public void A_danger_beside_such_a_question_is_still_heard(string words) => Assert.True(Listener.Hear(words, []).Level >= Level.Amber, words);

    [Fact]
    public void A_hit_quotes_the_very_words_and_names_its_rule()
    {
        var hit = Listener.Hear("Sorry to bother you but I  want TO d!e tbh", []).Hits[0];
        Assert.Equal("suicide.want-to-die", hit.Rule);
        Assert.Equal("want TO d!e", hit.Words);
    }

    [Fact]
    public void Two_different_worries_about_life_are_red()
    {
        Assert.Equal(Level.Amber, Listener.Hear("i cant cope any more", []).Level);
        Assert.Equal(Level.Red, Listener.Hear("i cant cope any more. no way out", []).Level);
    }

    [Fact]
    public void An_empty_text_says_nothing() => Assert.Same(Heard.Nothing, Listener.Hear("", []));
}
