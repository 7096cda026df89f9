
namespace DslNet.Generators.Model;

/// <summary>The ids of all rules. Each has a descriptor, a page in docs/rules, an entry in AnalyzerReleases and tests.</summary>
internal static class RuleIds
{
    public const string NetworkNotPartial = "DSLN0001";
    public const string CannotBeExtended = "DSLN0002";
    public const string ContainerNotPartial = "DSLN0003";
    public const string RequiredMember = "DSLN0004";
    public const string InputMissing = "DSLN0005";
    public const string LayerMissing = "DSLN0006";
    public const string OtherDeclaration = "DSLN0007";
    public const string NetworkMissing = "DSLN0008";
    public const string NameUsedTwice = "DSLN0009";
    public const string NameNotIdentifier = "DSLN0010";
    public const string NameTaken = "DSLN0011";
    public const string UnknownReference = "DSLN0012";
    public const string LaterReference = "DSLN0013";
    public const string OutputUnused = "DSLN0014";
    public const string SecondLoss = "DSLN0015";
    public const string LossNotLast = "DSLN0016";
    public const string UnknownLayer = "DSLN0017";
    public const string MemberTaken = "DSLN0018";
    public const string SecondAttribute = "DSLN0019";
    public const string UnknownAttribute = "DSLN0020";
    public const string ClassNameTaken = "DSLN0021";
    public const string NotInBlock = "DSLN0040";
    public const string BlockExpected = "DSLN0041";
    public const string BlockCircle = "DSLN0042";
    public const string InputNotSaid = "DSLN0030";
    public const string InputUnused = "DSLN0031";
    public const string OutputNotSaid = "DSLN0032";
    public const string UnknownOutput = "DSLN0033";
    public const string PortNameTaken = "DSLN0034";
    public const string FunctionNotFound = "DSLN0044";
    public const string FunctionUnreadable = "DSLN0045";

    public const string SizeNotPositive = "DSLN0050";
    public const string SizeTooLarge = "DSLN0051";
    public const string ProbabilityOutOfRange = "DSLN0052";
    public const string NumberOutOfRange = "DSLN0053";
    public const string PaddingOutOfRange = "DSLN0054";
    public const string NothingJoined = "DSLN0055";
    public const string UnknownInitializer = "DSLN0056";
    public const string NotYetGenerated = "DSLN0057";
    public const string ArgumentNotTaken = "DSLN0058";

    public const string FlattenMissing = "DSLN0100";
    public const string PositionsExpected = "DSLN0101";
    public const string InputsDiffer = "DSLN0102";
    public const string OutputDiffers = "DSLN0103";
    public const string AddedShapesDiffer = "DSLN0104";
    public const string JoinedShapesDiffer = "DSLN0105";
    public const string KernelTooLarge = "DSLN0106";
    public const string LossNeedsVector = "DSLN0107";
    public const string LossNeedsClasses = "DSLN0108";
    public const string TensorTooLarge = "DSLN0109";
    public const string TooManyParameters = "DSLN0110";
    public const string TooMuchMemory = "DSLN0111";
    public const string NothingToNormalize = "DSLN0112";
    public const string GroupsDoNotDivide = "DSLN0113";
    public const string GroupsDoNotDivideFilters = "DSLN0114";
    public const string ReshapedLengthsDiffer = "DSLN0130";
    public const string SliceBeyondEnd = "DSLN0131";
    public const string ResidualShapesDiffer = "DSLN0142";
    public const string SharedShapesDiffer = "DSLN0143";
    public const string ClassWeightsDiffer = "DSLN0132";
    public const string ReflectionTooLong = "DSLN0118";
    public const string NothingLeft = "DSLN0119";
    public const string AxisMissing = "DSLN0120";
    public const string LossTupleDiffers = "DSLN0140";

    public const string TokensExpected = "DSLN0144";
    public const string EmbeddingMissing = "DSLN0145";
    public const string PaddingIndexOutside = "DSLN0146";

    public const string ActivationInLoss = "DSLN0150";
    public const string TwoActivations = "DSLN0151";
    public const string FlattenWithoutEffect = "DSLN0152";
    public const string BorderDropped = "DSLN0153";
    public const string WeightsNotDrawn = "DSLN0154";
    public const string OutOfOrder = "DSLN0155";
    public const string DropoutLast = "DSLN0156";
    public const string NormalizedBehindFlatten = "DSLN0157";
    public const string ChannelsLast = "DSLN0160";
    public const string OutputNotTrained = "DSLN0161";
    public const string FlatFunction = "DSLN0162";
    public const string NothingFrozen = "DSLN0170";

    public const string SequenceMissing = "DSLN0171";
    public const string NotOfFrames = "DSLN0172";
    public const string SequenceBesidePorts = "DSLN0173";
    public const string HistoryTooLong = "DSLN0174";
    public const string FramesReduced = "DSLN0175";
    public const string FramesBesideSequences = "DSLN0176";
    public const string HeadsDoNotDivide = "DSLN0185";
    public const string RotaryOfOdd = "DSLN0186";

    public const string PartOfSample = "DSLN0200";
    public const string SamplesDiffer = "DSLN0201";
    public const string LossMissing = "DSLN0202";
    public const string NothingToLearn = "DSLN0203";
    public const string WeightsDiffer = "DSLN0204";
    public const string ProgressLate = "DSLN0205";
    public const string WeightsMissing = "DSLN0206";
    public const string StoredShapeDiffers = "DSLN0207";
    public const string StoredTypeUnread = "DSLN0208";
    public const string WeightsUnexpected = "DSLN0209";
    public const string WeightsOfNoNetwork = "DSLN0210";
    public const string MapMeetsNothing = "DSLN0211";
    public const string WeightsTwice = "DSLN0212";
    public const string NoStreams = "DSLN0220";

    public const string NotForMembers = "DSLN0230";
    public const string NoPopulation = "DSLN0231";

    public const string BudgetExceeded = "DSLN0300";
    public const string TooLargeToUnroll = "DSLN0301";
    public const string OptimizerOff = "DSLN0302";
    public const string SlowToCompile = "DSLN0303";
}
