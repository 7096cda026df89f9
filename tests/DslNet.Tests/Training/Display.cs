namespace DslNet.Tests.Training;

/// <summary>A display of one's own.</summary>
internal sealed class Display(Action<FitProgress> told) : IProgress<FitProgress>
{
    void IProgress<FitProgress>.Report(FitProgress value) => told(value);
}
