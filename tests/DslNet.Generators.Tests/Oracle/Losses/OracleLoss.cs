namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>A loss, as a sum over one sample; the mean is taken elsewhere.</summary>
internal abstract class OracleLoss
{
    /// <summary>The attribute, without the layer it is computed from.</summary>
    public abstract string Kind { get; }

    public virtual string? Argument => null;

    public virtual bool TakesLabels => false;

    /// <summary>Over how many numbers of a sample the mean is taken.</summary>
    public virtual int Elements(Extent output) => output.Length;

    /// <summary>Whether outputs are classes: then it is computed from a vector of two or more.</summary>
    public virtual bool IsOfClasses => false;

    /// <summary>How much a sample adds to what the mean is taken over.</summary>
    public virtual double Counted(Extent output, double[] target) => Elements(output);

    /// <summary>The label that a target stands for.</summary>
    public virtual int LabelOf(double[] target) => Array.IndexOf(target, 1.0);

    /// <summary>A target that makes sense; for labels, 1 at the class and 0 elsewhere.</summary>
    public abstract double[] DrawTarget(Random random, int length);

    /// <summary>The loss of one sample, and its gradient times a factor.</summary>
    public abstract (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient);
}
