namespace DslNet.Generators.Tests.Harness;

/// <summary>Functions of one's own, which every network in a test may name as those of a class Own.</summary>
internal static class OwnFunctions
{
    /// <summary>The class.</summary>
    public const string Source =
        """
        using System;

        internal static class Own
        {
            private const float Half = 0.5f;

            /// <summary>Ziyin et al., 2020.</summary>
            public static float Snake(float x) => x + MathF.Sin(x) * MathF.Sin(x);

            public static float Mish(float x) => x * MathF.Tanh(Softplus(x));

            private static float Softplus(float x) => MathF.Log(1 + MathF.Exp(x));

            public static float PiecewiseLinear(float x, float slope, float end)
            {
                if (x < 0)
                    return slope * x;
                float y = x;
                if (x > end)
                    y = end + slope * (x - end);
                return y;
            }

            /// <summary>Kinks of each kind: where x is 1, where both sides are equal at 0, and at the zero of a magnitude, −2.</summary>
            public static float Kinks(float x) => MathF.Max(x, 1) + 4 * MathF.Max(2 * x, -x) + 16 * MathF.Abs(x + 2);

            /// <summary>A bump: of a cosine, in one period.</summary>
            public static float Bump(float x)
            {
                bool isInside = x > -MathF.PI && x < MathF.PI;
                return isInside ? Half * (1 + MathF.Cos(x)) : 0;
            }

            /// <summary>Of a quantile: Koenker and Bassett, 1978.</summary>
            public static float Pinball(float y, float target, float quantile) => MathF.Max(quantile * (target - y), (quantile - 1) * (target - y));

            public static float Charbonnier(float y, float target) => MathF.Sqrt((y - target) * (y - target) + Half * Half);

            /// <summary>Of a normal distribution, without its constant.</summary>
            public static float Gaussian((float Mean, float LogVariance) y, (float Value, float Unread) target)
            {
                float difference = y.Mean - target.Value;
                return Half * (y.LogVariance + difference * difference * MathF.Exp(-y.LogVariance));
            }
        }
        """;
}
