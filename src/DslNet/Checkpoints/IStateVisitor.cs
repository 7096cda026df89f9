namespace DslNet;

/// <summary>
/// What a training has besides a network's parameters is told to a visitor, value by value: one writes them down, one looks whether a checkpoint has them, one replaces them by the checkpoint's. So each object
/// lists its state once.
/// </summary>
internal interface IStateVisitor
{
    /// <summary>A whole number.</summary>
    /// <param name="name">What it is called in the checkpoint.</param>
    /// <param name="value">What it is.</param>
    /// <returns>What it is from now on.</returns>
    long Whole(string name, long value);

    /// <summary>How many parts are told next. Whoever only looks answers with the checkpoint's number too, so that all of them are looked at.</summary>
    /// <param name="name">What it is called in the checkpoint.</param>
    /// <param name="value">How many there are.</param>
    /// <returns>How many are to be told.</returns>
    long Parts(string name, long value);

    /// <summary>A number.</summary>
    /// <param name="name">What it is called in the checkpoint.</param>
    /// <param name="value">What it is.</param>
    /// <returns>What it is from now on.</returns>
    double Real(string name, double value);

    /// <summary>Floats, which are replaced where they are.</summary>
    /// <param name="name">What they are called in the checkpoint.</param>
    /// <param name="values">The floats.</param>
    void Floats(string name, Span<float> values);
}
