using Companion.Dialogs.Talking;
using NodaTime;

namespace Companion.Dialogs.Tests.Talking;

/// <summary>The invented service that every dialog test talks with.</summary>
internal static class Town
{
    public static readonly LocalDate Today = new(2026, 11, 23);

    public static readonly ServiceFacts Service = new(
        "Hill Town Link",
        "01632 960 001",
        new HashSet<string> { "LS6", "LS7", "LS8" },
        [
            new Surgery("A99001", "Oak Surgery"),
            new Surgery("A99002", "Elm Tree Medical Centre"),
            new Surgery("A99003", "Riverside Health Centre"),
            new Surgery("A99004", "Riverside Family Practice"),
            new Surgery("A99005", "St Aidan's Surgery"),
            new Surgery("A99006", "Whitecliffe Group Practice"),
        ],
        5);

    public static Utterance Says(string words) => new(words, Today, Service);
}
