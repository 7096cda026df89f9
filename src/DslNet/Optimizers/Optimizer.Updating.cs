using System.Buffers;
using DslNet.CompilerServices;

namespace DslNet;

// How a step is divided: batches that are added up, gradients that are made smaller, parameters that are moved each in its way or not at all.
public abstract partial class Optimizer
{
    /// <summary>Does one step with a batch's gradients, or adds them to those that others will follow.</summary>
    private void AccumulateAndUpdate(Span<float> parameters, Span<float> gradients)
    {
        Batches++;
        if (GradientAccumulation > 1 && !(_sum ??= new GradientSum(gradients.Length)).Add(gradients, GradientAccumulation))
            return;
        ClipAndUpdate(parameters, gradients);
        Steps++;
    }

    /// <summary>Does one step with gradients that are made smaller where they are.</summary>
    private void ClipAndUpdate(Span<float> parameters, Span<float> gradients)
    {
        FrozenParameters? frozen = _owner?.Frozen;
        if (MaxGradientValue is { } most)
            GradientClipping.ByValue(gradients, most);
        if (MaxGradientNorm is { } norm)
            GradientNorm = frozen is { Any: true } ? GradientClipping.ByNorm(gradients, norm, frozen.Others) : GradientClipping.ByNorm(gradients, norm);
        UpdateAllBut(frozen, parameters, gradients);
    }

    /// <summary>Does one step for all parameters but those that are frozen. An optimiser of the user's own sees them all, and they are put back.</summary>
    private void UpdateAllBut(FrozenParameters? frozen, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        var optimizer = this as ISweepOptimizer;
        if (HasGroups)
        {
            UpdateGroups(
                optimizer ?? throw new InvalidOperationException($"{GetType().Name} updates all parameters alike. Leave Groups empty and Decays at Decays.All, or let it tell parameters apart itself."),
                frozen, parameters, gradients);
        }
        else if (frozen is not { Any: true })
        {
            Update(parameters, gradients);
        }
        else if (optimizer is not null)
        {
            optimizer.Update(new SweepRanges(frozen.Others), parameters, gradients);
        }
        else
        {
            UpdateAndPutBack(frozen, parameters, gradients);
        }
    }

    private void UpdateGroups(ISweepOptimizer optimizer, FrozenParameters? frozen, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        try
        {
            for (int group = 0; group < _groups!.Count; group++)
            {
                (_current, EndsStep) = (_groups.Setting(group), group == _groups.Count - 1);
                optimizer.Update(new SweepRanges(_groups.Ranges(group, frozen)), parameters, gradients);
            }
        }
        finally
        {
            (_current, EndsStep) = (ParameterSetting.Usual, true);
        }
    }

    private void UpdateAndPutBack(FrozenParameters frozen, Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        float[] before = ArrayPool<float>.Shared.Rent(parameters.Length);
        parameters.CopyTo(before);
        Update(parameters, gradients);
        foreach ((int start, int length) in frozen.Spans)
            before.AsSpan(start, length).CopyTo(parameters[start..]);
        ArrayPool<float>.Shared.Return(before);
    }
}
