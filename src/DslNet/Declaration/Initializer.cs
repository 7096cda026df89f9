#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>How the weights of a layer start. The same seed gives the same bits on every machine.</summary>
public enum Initializer
{
    /// <summary>Chosen by the activation that follows: He (normal) before the ReLU family, else Glorot (uniform).</summary>
    Default,

    /// <summary>Normal, variance 2 / fan-in (He et al., 2015, arXiv:1502.01852).</summary>
    HeNormal,

    /// <summary>Uniform in ±√(6 / fan-in) (He et al., 2015, arXiv:1502.01852).</summary>
    HeUniform,

    /// <summary>Normal, variance 2 / (fan-in + fan-out) (Glorot and Bengio, 2010).</summary>
    GlorotNormal,

    /// <summary>Uniform in ±√(6 / (fan-in + fan-out)) (Glorot and Bengio, 2010).</summary>
    GlorotUniform,

    /// <summary>Normal, variance 1 / fan-in (LeCun et al., 1998, "Efficient BackProp").</summary>
    LeCunNormal,

    /// <summary>Uniform in ±√(3 / fan-in) (LeCun et al., 1998, "Efficient BackProp").</summary>
    LeCunUniform,

    /// <summary>Every weight zero.</summary>
    Zero,

    /// <summary>Every weight the layer's <see cref="WeightedLayerAttribute.InitialValue"/>.</summary>
    Constant,

    /// <summary>Normal, with the layer's <see cref="WeightedLayerAttribute.InitialValue"/> as standard deviation, whatever the shape.</summary>
    Normal,

    /// <summary>Uniform in ± the layer's <see cref="WeightedLayerAttribute.InitialValue"/>, whatever the shape.</summary>
    Uniform,
}
