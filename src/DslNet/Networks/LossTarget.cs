#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>What a loss compares the output with.</summary>
public enum LossTarget
{
    /// <summary>Any finite value for each output.</summary>
    Values,

    /// <summary>The class of each sample, or a probability for each class, which sum to 1.</summary>
    Labels,

    /// <summary>A probability for each output, from 0 to 1, independent of the others.</summary>
    Probabilities,

    /// <summary>A probability for each class, which sum to 1; labels of classes do not stand for them.</summary>
    Distribution,

    /// <summary>1 for yes and −1 for no, for each output.</summary>
    Signs,
}
