namespace Companion.Dialogs.Safety;

/// <summary>One rule that matched.</summary>
/// <param name="Rule">The rule's name in the lexicon.</param>
/// <param name="Level">How loud it is after softening.</param>
/// <param name="Kind">What the danger is.</param>
/// <param name="ThirdParty">True when it seems to be about somebody else than the person writing.</param>
/// <param name="Words">The very words it rests on; " / " stands between texts.</param>
/// <param name="SoftenedBy">The softener that lowered it, or null.</param>
public sealed record Hit(string Rule, Level Level, Kind Kind, bool ThirdParty, string Words, string? SoftenedBy = null);

/// <summary>What the listener heard in one text.</summary>
/// <param name="Level">The loudest level of all hits.</param>
/// <param name="Kind">The kind of the loudest hit; when several are equally loud, the most urgent kind.</param>
/// <param name="ThirdParty">Whether that hit is about somebody else.</param>
/// <param name="Hits">Every hit, the loudest first.</param>
public sealed record Heard(Level Level, Kind Kind, bool ThirdParty, IReadOnlyList<Hit> Hits)
{
    /// <summary>Nothing was heard.</summary>
    public static readonly Heard Nothing = new(Level.None, Kind.None, ThirdParty: false, []);

    /// <summary>crisis, safeguarding, emergency, or none when nothing louder than noted was heard.</summary>
    public string Label => Level >= Level.Amber ? Kind.Label() : "none";
}
