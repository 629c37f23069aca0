using Companion.Dialogs.Words;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>The longest values that placeholders are given, by name.</summary>
internal static class Longest
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["service"] = "North Hill and Valley Link Service",
        ["phone"] = "01632 960 001",
        ["first"] = "Christopher-James",
        ["name"] = new('n', 40),
        ["dob"] = "30 September 1954",
        ["postcode"] = "LS16 3HN",
        ["surgery"] = new('s', 30),
        ["reach"] = new('r', 30),
        ["talking"] = new('t', 30),
        ["gp"] = "not given",
        ["theirphone"] = "07700 900123",
        ["nhs"] = "999 000 0018",
        ["referrer"] = new('w', 40),
        ["needs"] = "@need.long_term_condition @need.mental_wellbeing @need.caring @need.physical_activity",
        ["matters"] = new('m', 30),
        ["home"] = new('h', 30),
        ["conditions"] = new('c', 30),
        ["hospital"] = "not given",
        ["shared"] = "not given",
        ["evaluation"] = "not given",
        ["value"] = new('v', 40),
        ["list"] = string.Join('\n', Enumerable.Range(1, 7).Select(number => $"{number} " + new string('l', 32))),
        ["reference"] = "AB12CD",
        ["by"] = "Wednesday 23 September",
        ["one"] = "@which.name.stop-question",
        ["two"] = "@which.name.textable",
        ["three"] = "@which.name.referral",
        ["question"] = "@checkin.ons4.anxious",
        ["group"] = "Wednesday lunch club",
        ["day"] = "Wed 30 Sep",
        ["days"] = "Wed 16 Sep, Wed 23 Sep, Wed 30 Sep",
        ["time"] = "10:30am",
        ["place"] = new('p', 60),
        ["transport"] = new('t', 100),
        ["guests"] = "9",
        ["score"] = "10",
        ["lowest"] = "0",
        ["highest"] = "10",
        ["low"] = "9",
        ["high"] = "10",
        ["what"] = "@appointment.kind.home",
        ["with"] = new('j', 20),
        ["when"] = "Wed 30 September, 10:30am",
        ["place"] = new('p', 36),
        ["link"] = "https://hilltownlink.example.nhs.uk/c/" + new string('k', 32),
    };

    public static IEnumerable<string> Names => Values.Keys;

    /// <summary>The text with the longest values.</summary>
    public static string Fill(string key) => TextBook.Shipped.Render("en", key, Values.Select(pair => (pair.Key, pair.Value)));

    /// <summary>The text with a short word for every value: what is ours in it.</summary>
    public static string Briefly(string key) => TextBook.Shipped.Render("en", key, Values.Select(pair => (pair.Key, "Sam")));
}
