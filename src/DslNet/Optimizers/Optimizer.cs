using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// Moves parameters along their gradients. An optimiser keeps state for each parameter, so one belongs to one network.
/// </summary>
/// <remarks>
/// <para>
/// From its first step on it knows its network, and refuses another one, and the same one after <see cref="INetwork.Initialize"/>: it would go on with moments, a
/// number of steps and a schedule that are another training's. A new optimiser is the remedy, or <see cref="Reset"/>. It does not keep its network alive.
/// Parameters in arrays of one's own, which no network holds, are known by their count only.
/// </para>
/// <see cref="NetworkTraining.Fit"/> calls it; a loop of one's own does
/// <code>
/// float loss = optimizer.Step(net, inputs, labels);
/// </code>
/// or, where something is to be done with the gradients first,
/// <code>
/// float loss = net.ComputeGradients(inputs, labels, step);
/// optimizer.Step(net.Parameters, net.Gradients);
/// </code>
/// A step allocates nothing after the first. The same values give the same bits on every processor with fused multiply-add.
/// State that is very small, below 2⁻⁹⁷ (6e-30), is rounded to multiples of 2⁻¹²¹, so that it never becomes denormal. Parameters that are zero with zero gradients, such as the zeros
/// between the tensors of a network, stay zero.
/// </remarks>
public abstract partial class Optimizer
{
    /// <summary>What <see cref="Steps"/> are called in a checkpoint.</summary>
    internal const string StepsName = "optimizer.steps";

    private const int Unprepared = -1;

    private int _length = Unprepared;
    private StateOwner? _owner;
    private GroupedParameters? _groups;
    private GradientSum? _sum;
    private ParameterSetting _current = ParameterSetting.Usual;

    /// <summary>An optimiser with a learning rate.</summary>
    /// <param name="learningRate">Zero or positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The length of a step. It may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>
    /// How strongly parameters decay towards zero: this multiple of a parameter is added to its gradient (an L2
    /// penalty), unless the optimiser says otherwise. Zero unless said otherwise. Biases decay too, as in PyTorch, unless <see cref="Decays"/> says otherwise.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float WeightDecay { get; set => field = OptimizerSetting.NonNegative(value); }

    /// <summary>Which parameters decay: all unless said otherwise.</summary>
    public Decays Decays
    {
        get;
        set => (field, _groups) = (value, null);
    }

    /// <summary>Parameters with a learning rate or a weight decay of their own. A parameter belongs to the first group that has it; those of no group are moved as the optimiser says.</summary>
    /// <exception cref="ArgumentException">A group is null.</exception>
    public ImmutableArray<ParameterGroup> Groups
    {
        get;
        set => (field, _groups) = (value.IsDefault || value.Contains(null!) ? throw new ArgumentException("A group is null.", nameof(Groups)) : value, null);
    } = [];

    /// <summary>
    /// The largest norm of all gradients together: larger ones are made smaller before the step, by <see cref="GradientClipping.ByNorm(Span{float}, float)"/>. Null, as it is unless said otherwise, for none. It is
    /// what recurrent networks need whose gradients explode.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float? MaxGradientNorm { get; set => field = value is { } norm ? OptimizerSetting.Positive(norm) : null; }

    /// <summary>The largest magnitude of each gradient, to which others are limited before the norm is taken. Null, as it is unless said otherwise, for none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public float? MaxGradientValue { get; set => field = value is { } most ? OptimizerSetting.Positive(most) : null; }

    /// <summary>
    /// Of how many batches a step is made; 1 unless said otherwise. The gradients of the others are added up, and the step is one along their mean, as in PyTorch where each batch's loss is divided by
    /// that number. <see cref="Step(Span{float}, ReadOnlySpan{float})"/>, which is given gradients, makes a step of each.
    /// </summary>
    /// <remarks>
    /// The memory of a step does not grow with its batch, but for networks with <see cref="BatchNormAttribute"/>: without such layers a larger batch is the same and faster.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int GradientAccumulation
    {
        get;
        set => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(GradientAccumulation), value, "GradientAccumulation must be 1 or more.");
    } = 1;

    /// <summary>How many batches were seen by <c>Step</c>, which are more than <see cref="Steps"/> with <see cref="GradientAccumulation"/>. Dropout draws from this number.</summary>
    public long Batches { get; private set; }

    /// <summary>The norm of all gradients in the last step before they were made smaller, if there is a <see cref="MaxGradientNorm"/>; NaN before the first one.</summary>
    public float GradientNorm { get; private set; } = float.NaN;

    /// <summary>
    /// How many steps were done, since the beginning or the last <see cref="Reset"/>. Training in several calls goes on from
    /// here: with other orders of the samples, other dropout, and the schedule's next learning rate.
    /// </summary>
    public long Steps { get; private set; }

    /// <summary>The learning rate of the parameters that are being updated.</summary>
    private protected float CurrentRate => LearningRate * _current.LearningRateFactor;

    /// <summary>Their weight decay.</summary>
    private protected float CurrentDecay => _current.WeightDecay ?? WeightDecay;

    /// <summary>Whether no others are updated in this step.</summary>
    private protected bool EndsStep { get; private set; } = true;

    private bool HasGroups => !Groups.IsEmpty || Decays == Decays.Weights && WeightDecay != 0;

    private bool Clips => MaxGradientNorm is not null || MaxGradientValue is not null;

    /// <summary>Where the next training goes on among the samples.</summary>
    internal FitPosition Position { get; set; }

    /// <summary>Allocates the state, so that the first step needs not; nothing if that was done.</summary>
    /// <param name="length">The number of parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="ArgumentException">There is state for another number of parameters.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other.</exception>
    public void Prepare(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == _length)
            return;
        if (_length != Unprepared)
        {
            throw new ArgumentException(
                $"This {GetType().Name} keeps state for {Counted.Text(_length, "parameter")}, but {length} {Counted.Were(length)} given. Use one optimizer for each network, or call Reset first.",
                nameof(length));
        }

        Allocate(length);
        _length = length;
    }

    /// <summary>Makes a network known before its first step, and allocates the state, so that the first step needs not; nothing if that was done.</summary>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other, or a group has no parameter of the network.</exception>
    public void Prepare(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        Prepare(network, network.Parameters);
        if (HasGroups)
            _groups ??= new GroupedParameters(network.Description, Groups, Decays);
    }

    /// <summary>Moves the parameters one step against their gradients.</summary>
    /// <param name="parameters">The parameters, such as <see cref="INetwork.Parameters"/>.</param>
    /// <param name="gradients">As many values: the gradient of the loss with respect to each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ from each other, or from those of the steps before, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other, or there are groups of parameters of a network that is not known.</exception>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        if (parameters.Length != gradients.Length)
        {
            throw new ArgumentException(
                $"There {Counted.Are(parameters.Length)} {Counted.Text(parameters.Length, "parameter")} but {Counted.Text(gradients.Length, "gradient")}. Give one gradient for each parameter.", nameof(gradients));
        }

        Prepare(null, parameters);
        if (HasGroups && _groups is null)
        {
            throw new InvalidOperationException(
                $"Optimizer.{(Groups.IsEmpty ? nameof(Decays) : nameof(Groups))} tells parameters apart by their names and shapes, which are not known here. Call Prepare(network) before the first step, or Step(network, …).");
        }

        if (!Clips)
        {
            UpdateAllBut(_owner?.Frozen, parameters, gradients);
        }
        else
        {
            float[] clipped = ArrayPool<float>.Shared.Rent(gradients.Length);
            gradients.CopyTo(clipped);
            ClipAndUpdate(parameters, clipped.AsSpan(0, gradients.Length));
            ArrayPool<float>.Shared.Return(clipped);
        }

        (Steps, Batches) = (Steps + 1, Batches + 1);
    }

    /// <summary>Computes the mean loss over some samples, and moves the network's parameters one step against its gradients.</summary>
    /// <remarks>
    /// It does what <see cref="INetwork.ComputeGradients(ReadOnlySpan{float}, ReadOnlySpan{float}, long, ReadOnlySpan{float})"/>, with <see cref="Batches"/> as
    /// the number of the step, and then <see cref="Step(Span{float}, ReadOnlySpan{float})"/> do, to the bit, and leaves the gradients in
    /// <see cref="INetwork.Gradients"/>: those that it moved along, after <see cref="MaxGradientNorm"/> and <see cref="MaxGradientValue"/>, and with <see cref="GradientAccumulation"/> the mean of several batches. It is faster for large dense layers on processors with AVX-512, where kernels update the parameters of
    /// one piece of a layer while they sum the gradients of the next.
    /// </remarks>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="targets">samples × output length.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss, another thread trains it, or the settings contradict each other.</exception>
    public float Step(INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights = default) =>
        Step(network, new SampleBatch(inputs, targets, weights));

    /// <summary>Computes the mean loss over some samples, and moves a classifier's parameters one step against its gradients.</summary>
    /// <remarks><inheritdoc cref="Step(INetwork, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float})" path="/remarks/node()"/></remarks>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="labels">One class for each sample, counted from zero.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, a label is no class, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels, another thread trains it, or the settings contradict each other.</exception>
    public float Step(INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights = default) =>
        Step(network, new SampleBatch(inputs, labels, weights));

    /// <summary>Computes the mean loss over all outputs of some sequences, and moves the network's parameters one step against its gradients.</summary>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="targets">As many values as outputs have: those of a sequence, or of each frame.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has: what is behind is neither read nor counted.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss, another thread trains it, or the settings contradict each other.</exception>
    public float Step(
        ISequenceNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int frames, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Step(network, new SampleBatch(inputs, targets, weights, frames, lengths));
    }

    /// <summary>The same for a classifier.</summary>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has: what is behind is neither read nor counted.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, a label is no class, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels, another thread trains it, or the settings contradict each other.</exception>
    public float Step(
        ISequenceNetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int frames, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Step(network, new SampleBatch(inputs, labels, weights, frames, lengths));
    }

    /// <summary>The same for sequences of tokens, and a class for each of them: of a text, the token that follows.</summary>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has: what is behind is neither read nor counted.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, a token or a label does not exist, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss of this kind, another thread trains it, or the settings contradict each other.</exception>
    public float Step(
        ITokenSequenceNetwork network, ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int frames, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Step(network, new SampleBatch(tokens, labels, weights, frames, lengths));
    }

    /// <summary>The same for sequences of tokens, and values for each of them.</summary>
    /// <param name="network">The network; always the same one, since the state is that of its parameters.</param>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="targets">As many values as outputs have: those of a sequence, or of each frame.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has: what is behind is neither read nor counted.</param>
    /// <returns>The mean loss before the step.</returns>
    /// <exception cref="ArgumentNullException">There is no network.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit together, a token or a label does not exist, or the steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The network has no loss of this kind, another thread trains it, or the settings contradict each other.</exception>
    public float Step(
        ITokenSequenceNetwork network, ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int frames, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frames, 1);
        return Step(network, new SampleBatch(tokens, targets, weights, frames, lengths));
    }

    /// <summary>Forgets all state and the network; the next step is the first one again, for any network.</summary>
    public void Reset() => (_length, _owner, _groups, _sum, Steps, Batches, Position, GradientNorm) = (Unprepared, null, null, null, 0, 0, default, float.NaN);

    /// <summary>One line: the class, the learning rate and the steps done.</summary>
    public override string ToString() => FormattableString.Invariant($"{GetType().Name} (learning rate {LearningRate}, {Counted.Text(Steps, "step")})");

    /// <summary>Computes the losses over some samples, and moves the parameters of a network with named ports one step against their gradients.</summary>
    internal float Step(INamedPorts network, PortBatch batch)
    {
        Prepare(network);
        float loss = network.ComputeGradients(batch, Batches);
        AccumulateAndUpdate(network.Parameters, network.Gradients);
        return loss;
    }

    /// <summary>Tells a checkpoint what is kept from step to step; the optimiser is prepared.</summary>
    internal void VisitState(IStateVisitor visitor)
    {
        visitor.Whole($"optimizer.{GetType().Name}", 1);
        Steps = visitor.Whole(StepsName, Steps);
        Batches = visitor.Whole("optimizer.batches", Batches);
        Position = Position.Visited(visitor);
        GradientNorm = visitor.Single("optimizer.gradient_norm", GradientNorm);
        if (GradientAccumulation > 1)
            (_sum ??= new GradientSum(_length)).VisitState(visitor);
        ((ISweepOptimizer)this).VisitState(visitor);
    }

    /// <summary>Tells ranks that train together what every step depends on besides state. What an optimizer of the user's has beyond these is not known.</summary>
    internal void VisitSettings(IStateVisitor visitor)
    {
        visitor.Single(nameof(LearningRate), LearningRate);
        visitor.Single(nameof(WeightDecay), WeightDecay);
        visitor.Count(nameof(Decays), (int)Decays);
        visitor.Single(nameof(MaxGradientNorm), MaxGradientNorm ?? 0);
        visitor.Single(nameof(MaxGradientValue), MaxGradientValue ?? 0);
        visitor.Count(nameof(GradientAccumulation), GradientAccumulation);
        foreach (ParameterGroup group in Groups)
        {
            visitor.Single(group.Pattern, group.LearningRateFactor);
            visitor.Single(nameof(WeightDecay), group.WeightDecay ?? -1);
        }

        (this as ISweepOptimizer)?.VisitSettings(visitor);
    }

    /// <summary>Tells ranks that train together the state of an optimizer that has one that is known.</summary>
    internal void VisitKnownState(IStateVisitor visitor)
    {
        if (this is ISweepOptimizer)
            VisitState(visitor);
    }

    /// <summary>Makes sure that the state is that of these parameters, and allocates it before the first step.</summary>
    /// <param name="network">The network, if it is known.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <exception cref="ArgumentException">The state is that of others.</exception>
    internal void Prepare(INetwork? network, ReadOnlySpan<float> parameters)
    {
        if (_owner is null || !_owner.Holds(network, parameters))
            Claim(network, parameters);
        Prepare(parameters.Length);
    }

    /// <summary>Before the first step, or after steps for memory that nobody knows, becomes the optimiser of a network.</summary>
    private void Claim(INetwork? network, ReadOnlySpan<float> parameters)
    {
        if (Steps == 0)
        {
            // Gradients that were added up, and groups, may be another network's.
            (_owner, _groups, _sum, Batches) = (StateOwner.Of(network, parameters), null, null, 0);
            return;
        }

        if (_owner is null && LiveNetworks.Find(parameters) is null)
        {
            _owner = StateOwner.Of(network, parameters);
            return;
        }

        string former = _owner is null
            ? "other memory than the parameters of this network, whose"
            : _owner.Is(network, parameters)
                ? $"this network{_owner.InBrackets} before Initialize drew its parameters anew, and the former"
                : $"another network{_owner.InBrackets}, whose";
        throw new ArgumentException(
            $"This {GetType().Name} did {Counted.Text(Steps, "step")} for {former} moments, steps and schedule would go on. Use a new optimizer for each network and each training from the start (with Fit, new FitOptions too), or call Reset first.",
            network is null ? nameof(parameters) : nameof(network));
    }

    /// <summary>Allocates the state for a number of parameters, all of it as before the first step.</summary>
    protected abstract void Allocate(int length);

    /// <summary>Does one step; both spans have the length that <see cref="Allocate"/> was last called with.</summary>
    protected abstract void Update(Span<float> parameters, ReadOnlySpan<float> gradients);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float Step(INetwork network, SampleBatch batch)
    {
        Prepare(network);
        float loss;
        if (this is ISweepOptimizer optimizer && network is IFusedTraining updating && _owner?.Frozen is not { Any: true } && !HasGroups && !Clips && GradientAccumulation == 1)
        {
            loss = optimizer.Update(new FusedSweepStep(updating, batch, Batches), network.Parameters, network.Gradients);
            (Steps, Batches) = (Steps + 1, Batches + 1);
        }
        else
        {
            loss = batch.ComputeGradients(network, Batches);
            AccumulateAndUpdate(network.Parameters, network.Gradients);
        }

        return loss;
    }
}
