namespace DslNet.Generators.Tests.Oracle;

/// <summary>
/// How far Winograd's F(4 × 4, 3 × 3) may round: the magnitudes of what it adds. Each tile of 4 × 4 outputs is Aᵀ[Σ (GgGᵀ) ⊙ (BᵀdB)]A, where the rows of the matrices
/// belong to the points 0, ±21/32, ±51/32 and infinity: those of Aᵀ and G are powers of the point, those of Bᵀ the coefficients of the product of (x − q) over the
/// other points q, and G is divided by the value of that product. Without signs, the same is a bound of all that is rounded.
/// </summary>
internal static class MinimalFiltering
{
    public const int Size = 4, Taps = 3, FewestChannels = 16;

    private const int Count = Size + Taps - 1;

    // Six roundings one after another in each of three transforms, and some to spare.
    private const int Steps = 24;

    private static readonly double[] s_points = [0, 0.65625, -0.65625, 1.59375, -1.59375];

    private static readonly double[][] s_image = [.. Enumerable.Range(0, Count).Select(Polynomial)];

    private static readonly double[][] s_filter = [.. Enumerable.Range(0, Count).Select(point => point == s_points.Length
        ? [0, 0, 1]
        : Enumerable.Range(0, Taps).Select(power => Math.Abs(Math.Pow(s_points[point], power) / s_points.Where((_, other) => other != point).Aggregate(1.0, (product, other) => product * (s_points[point] - other)))).ToArray())];

    /// <summary>Adds to the rounding error of each output.</summary>
    /// <param name="sums">The outputs.</param>
    /// <param name="at">The index of an output channel's row and column.</param>
    /// <param name="shape">Output channels, rows and columns.</param>
    /// <param name="channels">Channels that are summed.</param>
    /// <param name="filter">A weight by output channel, channel, row and column of the kernel.</param>
    /// <param name="image">A value by channel, and row and column counted from those of the first tap of the first output; zero outside.</param>
    public static void AddRounding(
        Sums sums, Func<int, int, int, int> at, (int Channels, int Rows, int Columns) shape, int channels, Func<int, int, int, int, double> filter, Func<int, int, int, double> image)
    {
        double[][,] filters = [.. Enumerable.Range(0, shape.Channels * channels).Select(i => Both(s_filter, Taps, (row, column) => filter(i / channels, i % channels, row, column)))];
        for (int tileRow = 0; tileRow < shape.Rows; tileRow += Size)
        {
            for (int tileColumn = 0; tileColumn < shape.Columns; tileColumn += Size)
            {
                double[][,] images = [.. Enumerable.Range(0, channels).Select(channel => Both(s_image, Count, (row, column) => image(channel, tileRow + row, tileColumn + column)))];
                for (int output = 0; output < shape.Channels; output++)
                {
                    double[,] products = new double[Count, Count];
                    for (int channel = 0; channel < channels; channel++)
                        for (int i = 0; i < Count; i++)
                            for (int j = 0; j < Count; j++)
                                products[i, j] += filters[output * channels + channel][i, j] * images[channel][i, j];
                    for (int row = 0; row < Math.Min(Size, shape.Rows - tileRow); row++)
                    {
                        for (int column = 0; column < Math.Min(Size, shape.Columns - tileColumn); column++)
                        {
                            double magnitude = 0;
                            for (int i = 0; i < Count; i++)
                                for (int j = 0; j < Count; j++)
                                    magnitude += Power(i, row) * Power(j, column) * products[i, j];
                            sums.AddRounding(at(output, tileRow + row, tileColumn + column), magnitude, channels + Steps);
                        }
                    }
                }
            }
        }
    }

    private static double Power(int point, int power) => point == s_points.Length ? (power == Size - 1 ? 1 : 0) : Math.Abs(Math.Pow(s_points[point], power));

    private static double[,] Both(double[][] matrix, int length, Func<int, int, double> value)
    {
        double[,] result = new double[Count, Count];
        for (int row = 0; row < length; row++)
            for (int column = 0; column < length; column++)
                for (int i = 0; i < Count; i++)
                    for (int j = 0; j < Count; j++)
                        result[i, j] += matrix[i][row] * matrix[j][column] * Math.Abs(value(row, column));
        return result;
    }

    /// <summary>The magnitudes of the coefficients of the product of (x − q) over all points but one.</summary>
    private static double[] Polynomial(int point)
    {
        double[] coefficients = new double[Count];
        coefficients[0] = 1;
        foreach (double other in s_points.Where((_, i) => i != point))
        {
            for (int power = Count - 1; power >= 0; power--)
                coefficients[power] = (power > 0 ? coefficients[power - 1] : 0) - other * coefficients[power];
        }

        return [.. coefficients.Select(Math.Abs)];
    }
}
