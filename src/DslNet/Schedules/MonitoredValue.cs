namespace DslNet;

/// <summary>By what an epoch is judged.</summary>
public enum MonitoredValue
{
    /// <summary>The loss: of the validation, or where there is none that of the training. Lower is better.</summary>
    Loss,

    /// <summary>The accuracy of the validation of a classifier. Higher is better.</summary>
    Accuracy,
}
