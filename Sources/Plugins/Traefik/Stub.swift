internal import NetPlan
