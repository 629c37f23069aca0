namespace Companion.Workflows.Outcomes;

/// <summary>Student's t distribution, as far as a 95 % interval needs it.</summary>
public static class StudentT
{
    private const double Wanted = 0.95;

    // From here on the next quantile differs in the fifth figure only.
    private const int AsGoodAsEndless = 20_000;

    /// <summary>The t that 95 % of the distribution lies within, on both sides: 12.706 for one degree of freedom, 1.960 for very many.</summary>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double Within95(int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        var freedom = Math.Min(degrees, AsGoodAsEndless);
        var (low, high) = (0.0, 13.0);
        while (high - low > 1e-9)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, freedom) < Wanted ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // The share between -t and t: the finite sums for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4).
    private static double Within(double t, int degrees)
    {
        var angle = Math.Atan(t / Math.Sqrt(degrees));
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = degrees % 2 == 1;
        var (sum, term) = isOdd ? (0.0, cosine) : (0.0, 1.0);
        for (var k = isOdd ? 1 : 0; k <= degrees - 2; k += 2)
        {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }
}
