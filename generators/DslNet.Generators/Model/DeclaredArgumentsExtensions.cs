using DslNet.Generators.Text;

namespace DslNet.Generators.Model;

/// <summary>Arguments that are checked as they are read.</summary>
internal static class DeclaredArgumentsExtensions
{
    /// <summary>A size or a stride: at least one, and not beyond what a tensor may hold.</summary>
    /// <returns>False if it makes no sense; then <paramref name="value"/> is 1, to go on with.</returns>
    public static bool TrySize(this IDeclaredArguments arguments, string name, int otherwise, out int value)
    {
        value = arguments.Int32(name, otherwise);
        if (value is >= 1 and <= Limits.TensorLength)
            return true;

        if (value < 1)
            arguments.Report(RuleIds.SizeNotPositive, name, name, value);
        else
            arguments.Report(RuleIds.SizeTooLarge, name, name, value, Limits.TensorLength);
        arguments.DoubtSize();
        value = 1;
        return false;
    }

    /// <inheritdoc cref="TrySize"/>
    public static int Size(this IDeclaredArguments arguments, string name)
    {
        arguments.TrySize(name, otherwise: 1, out int value);
        return value;
    }

    /// <summary>A finite number at least as large as <paramref name="minimum"/>, or larger than it, and not larger than <paramref name="maximum"/>.</summary>
    public static float Finite(
        this IDeclaredArguments arguments, string name, float otherwise, float minimum = float.NegativeInfinity, bool exclusive = false, float maximum = float.PositiveInfinity)
    {
        float value = (float)arguments.Number(name, otherwise);
        bool finite = !float.IsNaN(value) && !float.IsInfinity(value);
        if (finite && (exclusive ? value > minimum : value >= minimum) && value <= maximum)
            return value;

        string demand = !float.IsInfinity(maximum) ? $"a number from {NumberText.Of(minimum)} to {NumberText.Of(maximum)}"
            : float.IsInfinity(minimum) ? "a finite number"
            : exclusive ? $"a finite number above {NumberText.Of(minimum)}"
            : $"a finite number of at least {NumberText.Of(minimum)}";
        arguments.Report(RuleIds.NumberOutOfRange, name, name, NumberText.Of(value), demand);
        return otherwise;
    }

    /// <summary>A member of one of the library's enumerations.</summary>
    public static T Enumeration<T>(this IDeclaredArguments arguments, string name, T otherwise) where T : struct, Enum
    {
        int value = arguments.Int32(name, Convert.ToInt32(otherwise));
        T[] members = (T[])Enum.GetValues(typeof(T));
        foreach (T member in members)
        {
            if (Convert.ToInt32(member) == value)
                return member;
        }

        arguments.Report(RuleIds.NumberOutOfRange, name, name, value, string.Join(" or ", members.Select(member => $"{typeof(T).Name}.{member}")));
        return otherwise;
    }

    /// <summary>What all layers with weights declare.</summary>
    public static WeightOptions Weights(this IDeclaredArguments arguments)
    {
        var initializer = (Initializer)arguments.Int32("Initializer", 0);
        if (initializer is < Initializer.Default or > Initializer.Uniform)
        {
            arguments.Report(RuleIds.UnknownInitializer, "Initializer", (int)initializer);
            initializer = Initializer.Default;
        }

        // A deviation or a bound, of zero if it is left out, which would make weights that are all the same.
        bool isDeviation = initializer is Initializer.Normal or Initializer.Uniform;
        return new WeightOptions(
            arguments.Boolean("Bias", otherwise: true),
            initializer,
            arguments.Finite("InitialValue", otherwise: 0, minimum: isDeviation ? 0 : float.NegativeInfinity, exclusive: isDeviation),
            arguments.Finite("InitialBias", otherwise: 0));
    }
}
