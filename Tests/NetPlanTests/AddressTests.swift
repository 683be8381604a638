import NetPlan
import Testing
