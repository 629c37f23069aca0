namespace Companion.Dialogs.Understanding;

/// <summary>What somebody answered to questions on the scale from 0 to 10.</summary>
public abstract record ScoreAnswer
{
    private ScoreAnswer()
    {
    }

    /// <summary>One whole number from 0 to 10.</summary>
    /// <param name="Score">0 to 10.</param>
    /// <param name="Question">The question they named ("q2 is 4"), from 1; null when they named none.</param>
    /// <param name="Corrects">True when they take back an earlier answer ("sorry I meant 6").</param>
    /// <param name="WithinText">True when what is taken back stands in the same text ("5, no 6").</param>
    public sealed record One(int Score, int? Question = null, bool Corrects = false, bool WithinText = false) : ScoreAnswer;

    /// <summary>An answer to each of the questions asked, in the order of the questions.</summary>
    /// <param name="Scores">As many as were asked, each 0 to 10.</param>
    public sealed record Several(IReadOnlyList<int> Scores) : ScoreAnswer
    {
        public bool Equals(Several? other) => other is not null && Scores.SequenceEqual(other.Scores);

        public override int GetHashCode() => Scores.Aggregate(0, HashCode.Combine);
    }

    /// <summary>Two values or a half ("6 or 7", "7.5"): ask which.</summary>
    /// <param name="Low">The lower value they named, 0 to 10.</param>
    /// <param name="High">The higher value they named, 0 to 10.</param>
    public sealed record Range(int Low, int High) : ScoreAnswer;

    /// <summary>No answer that can be used: ask again.</summary>
    public sealed record Nothing(NoScore Reason) : ScoreAnswer;
}

/// <summary>Why a text held no usable score, so that the question can be put another way.</summary>
public enum NoScore
{
    /// <summary>There is no number in it.</summary>
    NoNumber,

    /// <summary>It has numbers, none of them clearly the answer ("call me after 5").</summary>
    NotTheAnswer,

    /// <summary>A number that is not on the scale ("11", "-2", "80%", "3 out of 5").</summary>
    OffTheScale,

    /// <summary>More or fewer numbers than questions.</summary>
    WrongCount,
}
